using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Dashboard.Resources;

namespace Dashboard.Tests.Resources;

/// <summary>The client against the embedded host's resource service, over the wire.</summary>
public sealed class ResourceServiceClientTests
{
    [Fact]
    public async Task Connect_ToAHost_TellsItsNameAndResources()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);

        var state = await client.ConnectedAsync();

        state.ApplicationName.ShouldBe("Shop");
        state.Resources.ShouldHaveSingleItem().DisplayName.ShouldBe("thing");
    }

    [Fact]
    public async Task Watch_AResourceChanges_TellsItsNewState()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        await client.ConnectedAsync();

        await host.ShowAsync("Running");
        var running = await client.UntilAsync(static state => state.Resources is [{ State: "Running" }]);
        await host.ShowAsync("Odd");
        var odd = await client.UntilAsync(static state => state.Resources is [{ State: "Odd" }]);

        running.Resources[0].Health.ShouldBe(ResourceHealth.Healthy);
        odd.Resources[0].Health.ShouldBeNull();
    }

    [Fact]
    public async Task Resource_InFull_ComesThroughTheWireUnchanged()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        var started = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        await host.Notifications.PublishUpdateAsync(host.Thing, last => last with
        {
            State = new ResourceStateSnapshot("Running", "success"),
            StartTimeStamp = started,
            EnvironmentVariables = [new EnvironmentVariableSnapshot("B", "two", IsFromSpec: true), new EnvironmentVariableSnapshot("A", null, IsFromSpec: false)],
            Properties =
            [
                new ResourcePropertySnapshot("executable.pid", 42),
                new ResourcePropertySnapshot("executable.args", (string[])["one", "two"]),
                new ResourcePropertySnapshot("Value", "******") { IsSensitive = true },
            ],
            Urls =
            [
                new UrlSnapshot("admin", "http://localhost:2", IsInternal: true),
                new UrlSnapshot("http", "http://localhost:1", IsInternal: false) { DisplayProperties = new UrlDisplayPropertiesSnapshot("Shop", 5) },
            ],
        });

        var resource = (await client.UntilAsync(static state => state.Resources is [{ State: "Running" }])).Resources[0];

        resource.StateStyle.ShouldBe("success");
        resource.StartedAt.ShouldBe(new DateTimeOffset(started));
        resource.Environment.Select(variable => (variable.Name, variable.Value, variable.IsFromSpec)).ShouldBe([("A", null, false), ("B", "two", true)]);
        resource.Property(ResourcePropertyNames.ProcessId).ShouldBe("42");
        resource.Property(ResourcePropertyNames.ExecutableArguments).ShouldBe("one two");
        resource.Properties.Single(property => property.Name == "Value").IsSensitive.ShouldBeTrue();
        resource.Urls.Select(url => (url.EndpointName, url.DisplayName, url.IsInternal)).ShouldBe([("http", "Shop", false), ("admin", "", true)]);
        resource.Uid.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Parameter_Secret_ComesMaskedAndMarked()
    {
        await using var host = await ResourceHost.StartAsync(configure: static builder => builder.AddParameter("password", "hunter2", secret: true));
        await using var client = await ResourceClient.StartAsync(host.Url);

        var state = await client.UntilAsync(static state => state.Resources.Any(resource => resource is { DisplayName: "password", State: "Running" }));

        var parameter = state.Resources.Single(resource => resource.DisplayName == "password");
        parameter.Type.ShouldBe("Parameter");
        parameter.Properties.ShouldAllBe(property => !property.Value.Contains("hunter2"));
        parameter.Properties.Single(property => property.Name == "Value").IsSensitive.ShouldBeTrue();
    }

    [Fact]
    public async Task Environment_OfSecrets_IsMarked()
    {
        await using var host = await ResourceHost.StartAsync(configure: static builder =>
        {
            var password = builder.AddParameter("password", "hunter2", secret: true);
            builder.AddExecutable("tool", OperatingSystem.IsWindows() ? "cmd" : "sleep", ".", OperatingSystem.IsWindows() ? "/k" : "60")
                .WithEnvironment("PLAIN", "seen")
                .WithEnvironment("HIDDEN", password)
                .WithEnvironment("WITHIN", $"Password={password}")
                .WithEnvironment("EventsApiKey", "0123");
        });
        await using var client = await ResourceClient.StartAsync(host.Url);

        var state = await client.UntilAsync(static state => state.Resources.Any(resource => resource is { DisplayName: "tool", State: "Running" }));

        var tool = state.Resources.Single(resource => resource.DisplayName == "tool");
        Dictionary<string, bool> marks = tool.Environment.ToDictionary(variable => variable.Name, variable => variable.IsSensitive);
        marks["PLAIN"].ShouldBeFalse();
        marks["HIDDEN"].ShouldBeTrue();
        marks["WITHIN"].ShouldBeTrue();
        marks["EventsApiKey"].ShouldBeTrue();
        tool.Environment.Single(variable => variable.Name == "HIDDEN").ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Connect_WithAWrongKey_IsLostWithAReasonThatNamesTheSetting()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url, "another-key");

        var state = await client.UntilAsync(static state => state.Connection.State == ConnectionState.Lost);

        state.Connection.Reason.ShouldNotBeNull().ShouldContain("Dashboard:ResourceServiceClient:ApiKey");
        state.Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Connect_WithoutAKey_IsRefused()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url, key: null);

        (await client.UntilAsync(static state => state.Connection.State == ConnectionState.Lost)).Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Host_GoneAndBack_IsFoundAgainAndItsResourcesStayMeanwhile()
    {
        var first = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(first.Url);
        var before = await client.ConnectedAsync();

        await first.DisposeAsync();
        var lost = await client.UntilAsync(static state => state.Connection.State == ConnectionState.Lost);
        await using var second = await ResourceHost.StartAsync(first.Url);
        await second.ShowAsync("Back");
        var after = await client.UntilAsync(static state => state is { Connection.State: ConnectionState.Connected, Resources: [{ State: "Back" }] });

        lost.Connection.Reason.ShouldNotBeNullOrEmpty();
        lost.Resources.ShouldHaveSingleItem().Uid.ShouldBe(before.Resources[0].Uid);
        after.Resources[0].Uid.ShouldNotBe(before.Resources[0].Uid);
    }

    [Fact]
    public async Task Alone_WithoutAnAddress_HasNoResourcesAndSaysSo()
    {
        await using var client = await ResourceClient.StartAsync(url: null);

        client.Directory.Connection.ShouldBe(ResourceConnection.NotConfigured);
        client.Directory.Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Execute_Commands_TellWhatCameOfThem()
    {
        await using var host = await ResourceHost.StartAsync(configure: static builder =>
            builder.AddParameter("switch", "on")
                .WithCommand("good", "Good", static _ => Task.FromResult(CommandResults.Success()))
                .WithCommand("bad", "Bad", static _ => Task.FromResult(CommandResults.Failure("It is stuck.")))
                .WithCommand("broken", "Broken", static _ => throw new InvalidOperationException("Out of order.")));
        await using var client = await ResourceClient.StartAsync(host.Url);
        var state = await client.UntilAsync(static state => state.Resources.Any(resource => resource is { DisplayName: "switch", Commands.Count: 3 }));
        var resource = state.Resources.Single(resource => resource.DisplayName == "switch");

        (await ExecuteAsync("good")).ShouldBe(new ResourceCommandResult(ResourceCommandOutcome.Succeeded));
        (await ExecuteAsync("bad")).ShouldBe(new ResourceCommandResult(ResourceCommandOutcome.Failed, "It is stuck."));
        (await ExecuteAsync("broken")).ShouldBe(new ResourceCommandResult(ResourceCommandOutcome.Failed, "Out of order."));
        (await ExecuteAsync("none")).Message.ShouldNotBeNull().ShouldContain("none");

        Task<ResourceCommandResult> ExecuteAsync(string command) =>
            client.Directory.ExecuteAsync(resource, command, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Execute_HostGone_FailsWithASentence()
    {
        var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        var resource = (await client.ConnectedAsync()).Resources[0];
        await host.DisposeAsync();

        var result = await client.Directory.ExecuteAsync(resource, ResourceCommand.Restart, TestContext.Current.CancellationToken);

        result.Outcome.ShouldBe(ResourceCommandOutcome.Failed);
        result.Message.ShouldNotBeNullOrEmpty();
    }
}
