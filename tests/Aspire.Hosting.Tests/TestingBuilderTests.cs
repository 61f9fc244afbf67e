using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class TestingBuilderTests
{
    [Fact]
    public async Task CreateAsync_OfAppHost_RunsItsEntryPointAndLetsTheTestChangeIt()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(
            ["--Parameters:greeting=from the command line"], Bounded.Token());
        builder.Resources.Select(static resource => resource.Name).ShouldBe(["backend", "greeting", "frontend"], ignoreOrder: true);
        builder.Environment.EnvironmentName.ShouldBe("Development");
        builder.AppHostDirectory.ShouldBe(Projects.Aspire_Hosting_Tests_AppHost.ProjectPath);
        builder.CreateResourceBuilder<ProjectResource>("backend").WithEnvironment("CHANGED", "by the test");

        await using var app = await builder.BuildAsync(Bounded.Token());
        await app.StartAsync(Bounded.Token());
        await app.WhenHealthyAsync("frontend");

        using var backend = app.CreateHttpClient("backend");
        (await backend.GetStringAsync("/variables/CHANGED", Bounded.Token())).ShouldBe("by the test");
        (await backend.GetStringAsync("/variables/Greeting", Bounded.Token())).ShouldBe("from the command line");
        (await backend.GetStringAsync("/variables/OTEL_EXPORTER_OTLP_ENDPOINT", Bounded.Token())).ShouldBeEmpty();
        using var frontend = app.CreateHttpClient("frontend", "http");
        var asked = new Uri(await frontend.GetStringAsync("/variables/BACKEND_PID", Bounded.Token()));
        asked.ShouldBe(new Uri(app.GetEndpoint("backend"), "/pid"));
        await app.StopAsync(Bounded.Token());
    }

    [Fact]
    public async Task CreateAsync_WithoutArguments_ReadsTheAppHostsSettings()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(Bounded.Token());

        builder.Configuration["Parameters:greeting"].ShouldBe("from settings");
    }

    [Fact]
    public async Task CreateAsync_OfAppHostThatRefuses_Throws()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(["--Refuse=on purpose"], Bounded.Token()));

        failure.Message.ShouldContain("ended without building");
    }

    [Fact]
    public async Task GetEndpoint_BeforeStart_IsRefused()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddService("service");
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);

        Should.Throw<InvalidOperationException>(() => app.GetEndpoint("service"));
    }

    [Fact]
    public async Task GetEndpoint_OfUnknownResource_IsRefused()
    {
        await using var app = await Applications.StartAsync(static _ => { });

        Should.Throw<ArgumentException>(() => app.GetEndpoint("nobody")).Message.ShouldContain("nobody");
    }
}
