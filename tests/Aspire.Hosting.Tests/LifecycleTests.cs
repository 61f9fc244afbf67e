using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task WaitFor_OfLateService_StartsTheOtherAfterItsHealth()
    {
        await using var app = await Applications.StartAsync(builder =>
        {
            var late = builder.AddService("late").WithEnvironment("Service__HealthyAfter", "00:00:01");
            builder.AddService("waiting").WithReference(late).WaitFor(late);
        });

        var waited = await app.WhenAsync("waiting", KnownResourceStates.Waiting);
        var late = await app.WhenHealthyAsync("late");
        var waiting = await app.WhenHealthyAsync("waiting");

        waited.Snapshot.StartTimeStamp.ShouldBeNull();
        waiting.Snapshot.StartTimeStamp!.Value.ShouldBeGreaterThan(late.Snapshot.StartTimeStamp!.Value.AddSeconds(1));
        waiting.Snapshot.Urls.Single().IsInactive.ShouldBeFalse();
        using var client = app.CreateHttpClient("waiting");
        (await client.GetStringAsync("/variables/services__late__http__0", Bounded.Token()))
            .ShouldBe(app.GetEndpoint("late").ToString().TrimEnd('/'));
    }

    [Fact]
    public async Task WaitForCompletion_OfAnotherExitCode_FailsTheWaiter()
    {
        await using var app = await Applications.StartAsync(builder =>
        {
            var good = builder.AddExecutable("good", "sh", ".", "-c", "exit 3");
            builder.AddExecutable("after-good", "sh", ".", "-c", "exit 0").WaitForCompletion(good, exitCode: 3);
            builder.AddExecutable("after-bad", "sh", ".", "-c", "exit 0").WaitForCompletion(good);
        });

        (await app.WhenAsync("good", static s => s.ExitCode is not null)).Snapshot.ExitCode.ShouldBe(3);
        (await app.WhenAsync("after-good", KnownResourceStates.Finished)).Snapshot.ExitCode.ShouldBe(0);
        await app.WhenAsync("after-bad", KnownResourceStates.FailedToStart);
        (await app.WhenLoggedAsync("after-bad", static line => line.IsErrorMessage)).Content.ShouldContain("exit code 3 instead of 0");
    }

    [Fact]
    public async Task Project_KilledWithSignal9_ComesBackByItselfAtTheSameAddress()
    {
        await using var app = await Applications.StartAsync(static builder => builder.AddService("service"));
        var before = await app.WhenHealthyAsync("service");
        var address = app.GetEndpoint("service");
        var first = before.Snapshot.Id();

        Processes.Kill(first);
        var ended = await app.WhenAsync("service", static s => s.ExitCode is not null);
        var after = await app.WhenAsync("service", s => s.HealthStatus is not null && s.Id() != first && s.Ready is not null);

        ended.Snapshot.State!.Text.ShouldBe(KnownResourceStates.Exited);
        ended.Snapshot.ExitCode.ShouldBe(137);
        app.GetEndpoint("service").ShouldBe(address);
        Instance(after).ShouldBe(Instance(before));
        using var client = app.CreateHttpClient("service");
        (await client.GetStringAsync("/alive", Bounded.Token())).ShouldBe("Healthy");

        static string? Instance(ResourceEvent @event) =>
            @event.Snapshot.EnvironmentVariables.Single(static v => v.Name == "OTEL_RESOURCE_ATTRIBUTES").Value;
    }

    [Theory]
    [InlineData(0, "Finished")]
    [InlineData(2, "Exited")]
    public async Task Project_ThatEndsOnPurpose_StaysEnded(int code, string state)
    {
        await using var app = await Applications.StartAsync(static builder => builder.AddService("service"));
        await app.WhenHealthyAsync("service");
        using var client = app.CreateHttpClient("service");

        await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync($"/exit/{code}", null, Bounded.Token()));

        var ended = await app.WhenAsync("service", static s => s.ExitCode is not null);
        ended.Snapshot.State!.Text.ShouldBe(state);
        ended.Snapshot.IsTerminal.ShouldBeTrue();
    }

    [Fact]
    public async Task Commands_StopStartRestart_DoWhatTheySay()
    {
        await using var app = await Applications.StartAsync(static builder => builder.AddService("service"));
        var first = (await app.WhenHealthyAsync("service")).Snapshot;
        Usable(first).ShouldBe(["resource-stop", "resource-restart"]);

        (await app.ResourceCommands.ExecuteCommandAsync("service", "resource-stop", Bounded.Token())).Success.ShouldBeTrue();
        var stopped = (await app.WhenAsync("service", KnownResourceStates.Exited)).Snapshot;
        Processes.IsAlive(first.Id()).ShouldBeFalse();
        stopped.RestartsByItself.ShouldBeFalse();
        Usable(stopped).ShouldBe(["resource-start"]);

        (await app.ResourceCommands.ExecuteCommandAsync("service", "resource-start", Bounded.Token())).Success.ShouldBeTrue();
        var second = (await app.WhenHealthyAsync("service")).Snapshot;

        (await app.ResourceCommands.ExecuteCommandAsync("service", "resource-restart", Bounded.Token())).Success.ShouldBeTrue();
        var third = (await app.WhenAsync("service", s => s.Ready is not null && s.Id() != second.Id())).Snapshot;

        new[] { first.Id(), second.Id(), third.Id() }.Distinct().Count().ShouldBe(3);
        Processes.IsAlive(second.Id()).ShouldBeFalse();

        static string[] Usable(CustomResourceSnapshot snapshot) =>
            [.. snapshot.Commands.Where(static c => c.State == ResourceCommandState.Enabled).Select(static c => c.Name)];
    }

    [Fact]
    public async Task Stop_OfApplication_StopsDependentsFirstAndKillsWhoDoesNotListen()
    {
        await using var app = await Applications.StartAsync(
            static builder =>
            {
                var deaf = builder.AddExecutable("deaf", "sh", ".", "-c", "trap '' TERM; echo up; while true; do sleep 0.1; done");
                builder.AddExecutable("dependent", "sh", ".", "-c", "echo up; while true; do sleep 0.1; done").WaitForStart(deaf);
            },
            "--EmbeddedHost:StopTimeout=00:00:01");
        await app.WhenLoggedAsync("dependent", static line => line.Content.EndsWith("up", StringComparison.Ordinal));
        await app.WhenLoggedAsync("deaf", static line => line.Content.EndsWith("up", StringComparison.Ordinal));

        await app.StopAsync(Bounded.Token());

        app.ResourceNotifications.TryGetCurrentState("deaf", out var deaf).ShouldBeTrue();
        app.ResourceNotifications.TryGetCurrentState("dependent", out var dependent).ShouldBeTrue();
        deaf!.Snapshot.State!.Text.ShouldBe(KnownResourceStates.Exited);
        deaf.Snapshot.ExitCode.ShouldBe(137);
        dependent!.Snapshot.ExitCode.ShouldBe(143);
        deaf.Snapshot.StopTimeStamp!.Value.ShouldBeGreaterThan(dependent.Snapshot.StopTimeStamp!.Value.AddSeconds(0.9));
        Processes.IsAlive(deaf.Snapshot.Id()).ShouldBeFalse();
    }

    [Fact]
    public async Task Output_OfBothKinds_IsInTheLogWithItsKind()
    {
        await using var app = await Applications.StartAsync(static builder => builder.AddService("service"));
        await app.WhenHealthyAsync("service");
        using var client = app.CreateHttpClient("service");

        using var words = new StringContent("first\nsecond");
        await client.PostAsync("/say", words, Bounded.Token());

        (await app.WhenLoggedAsync("service", static line => line.Content.EndsWith(" first", StringComparison.Ordinal))).IsErrorMessage.ShouldBeFalse();
        (await app.WhenLoggedAsync("service", static line => line.Content.EndsWith(" loud first", StringComparison.Ordinal))).IsErrorMessage.ShouldBeTrue();
    }

    [Fact]
    public async Task Replicas_EachListenAndAreAllDiscovered()
    {
        await using var app = await Applications.StartAsync(static builder =>
        {
            var many = builder.AddService("many").WithReplicas(2);
            builder.AddService("caller").WithReference(many).WaitFor(many);
        });
        await app.WhenHealthyAsync("caller");
        using var caller = app.CreateHttpClient("caller");
        var first = await caller.GetStringAsync("/variables/services__many__http__0", Bounded.Token());
        var second = await caller.GetStringAsync("/variables/services__many__http__1", Bounded.Token());

        using var client = new HttpClient();
        var ids = new[]
        {
            await Processes.AskForIdAsync(client, new Uri(first)),
            await Processes.AskForIdAsync(client, new Uri(second)),
        };

        ids.ShouldNotContain((string?)null);
        ids.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task WithExplicitStart_WaitsForTheCommand()
    {
        await using var app = await Applications.StartAsync(
            static builder => builder.AddExecutable("tool", "sh", ".", "-c", "exit 0").WithExplicitStart());
        await app.WhenAsync("tool", KnownResourceStates.NotStarted);

        (await app.ResourceCommands.ExecuteCommandAsync("tool", "resource-start", Bounded.Token())).Success.ShouldBeTrue();

        await app.WhenAsync("tool", KnownResourceStates.Finished);
    }

    [Fact]
    public async Task Resources_ThatCannotStart_SayWhyAndTheOthersLiveOn()
    {
        await using var app = await Applications.StartAsync(static builder =>
        {
            builder.AddContainer("box", "nginx");
            builder.AddExecutable("lost", "no-such-command", ".");
            builder.AddProject("unbuilt", "/nowhere/Unbuilt/Unbuilt.csproj");
            builder.AddParameter("empty");
            var missing = builder.AddExecutable("needy", "sh", ".", "-c", "exit 0");
            missing.WithEnvironment("X", builder.CreateResourceBuilder<ParameterResource>("empty"));
            builder.AddService("service");
        });

        foreach (var (name, why) in new[]
        {
            ("box", "is a container"), ("lost", "'no-such-command'"), ("unbuilt", "is not built"), ("needy", "Parameters:empty"),
        })
        {
            await app.WhenAsync(name, KnownResourceStates.FailedToStart);
            (await app.WhenLoggedAsync(name, static line => line.IsErrorMessage)).Content.ShouldContain(why);
        }

        await app.WhenAsync("empty", "ValueMissing");
        await app.WhenHealthyAsync("service");
    }

    [Fact]
    public async Task Events_OfAResource_ComeInOrder()
    {
        List<string> seen = [];
        await using var app = await Applications.StartAsync(builder => builder.AddService("service")
            .OnResourceEndpointsAllocated((resource, _, _) => Note($"allocated {resource.GetEndpoint("http").IsAllocated}"))
            .OnBeforeResourceStarted((_, _, _) => Note("starting"))
            .OnResourceReady((_, _, _) => Note("ready")));

        await app.WhenHealthyAsync("service");

        seen.ShouldBe(["allocated True", "starting", "ready"]);

        Task Note(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task HttpCommand_OfService_SendsTheRequest()
    {
        await using var app = await Applications.StartAsync(static builder => builder.AddService("service")
            .WithHttpCommand("/say", "Say", commandName: "say", commandOptions: new HttpCommandOptions
            {
                PrepareRequest = static context =>
                {
                    context.Request.Content = new StringContent("from a command");
                    return Task.CompletedTask;
                },
            })
            .WithHttpCommand("/nowhere", "Fail", commandName: "fail"));
        await app.WhenHealthyAsync("service");

        (await app.ResourceCommands.ExecuteCommandAsync("service", "say", Bounded.Token())).Success.ShouldBeTrue();
        var failed = await app.ResourceCommands.ExecuteCommandAsync("service", "fail", Bounded.Token());
        var unknown = await app.ResourceCommands.ExecuteCommandAsync("service", "dance", Bounded.Token());

        await app.WhenLoggedAsync("service", static line => line.Content.EndsWith(" from a command", StringComparison.Ordinal));
        failed.ErrorMessage!.ShouldContain("404");
        unknown.ErrorMessage.ShouldBe("Resource 'service' has no command 'dance'.");
    }

    [Fact]
    public async Task Urls_WithCallbacks_AreShownAsSaid()
    {
        await using var app = await Applications.StartAsync(static builder =>
        {
            var service = builder.AddService("service").WithUrlForEndpoint("http", static url => url.DisplayText = "Home");
            service.WithUrl($"{service.GetEndpoint("http")}/docs", "Docs")
                .WithUrlForEndpoint("http", static _ => new ResourceUrlAnnotation { Url = "https://example.com" });
        });
        var address = app.GetEndpoint("service").ToString().TrimEnd('/');

        var urls = (await app.WhenAsync("service", static s => s.Urls.Length == 3)).Snapshot.Urls;

        urls.Select(static url => url.Url).ShouldBe([address, $"{address}/docs", "https://example.com"]);
        urls.Select(static url => url.DisplayProperties.DisplayName).ShouldBe(["Home", "Docs", ""]);
    }

    [Fact]
    public async Task EnableResourceLogging_CopiesLinesToTheApplicationsLog()
    {
        var copied = new CopiedLines();
        var builder = DistributedApplicationTestingBuilder.Create([], static (options, _) => options.EnableResourceLogging = true);
        builder.Configuration["Logging:LogLevel:Default"] = "Information";
        builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(copied);
        builder.AddExecutable("tool", "sh", ".", "-c", "echo hello");
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);

        await Bounded.UntilAsync(() => copied.Lines.Any(static line => line.EndsWith(" hello", StringComparison.Ordinal)), "copied line");
    }
}
