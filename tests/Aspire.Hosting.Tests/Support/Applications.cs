using Aspire.Hosting.Embedded;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Tests.Support;

/// <summary>Applications that tests describe.</summary>
internal static class Applications
{
    /// <summary>Describes and starts an application.</summary>
    public static async Task<DistributedApplication> StartAsync(Action<IDistributedApplicationTestingBuilder> describe, params string[] args)
    {
        var builder = DistributedApplicationTestingBuilder.Create(args);
        describe(builder);
        var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>The service of these tests, with an endpoint and a health check.</summary>
    public static IResourceBuilder<ProjectResource> AddService(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject<Projects.Aspire_Hosting_Tests_Service>(name).WithHttpEndpoint().WithHttpHealthCheck("/health");

    /// <summary>What a resource would be started with, without starting it.</summary>
    public static async Task<LaunchPlan> PlanAsync(IDistributedApplicationTestingBuilder builder, string name)
    {
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        var model = app.Services.GetRequiredService<DistributedApplicationModel>();
        new EndpointAllocation(NullLogger.Instance, randomize: false).Allocate(model);
        var resource = model.Resources.Single(resource => resource.Name == name);
        return await app.Services.GetRequiredService<LaunchPlanner>()
            .PlanAsync(resource, $"{name}-instance", 0, TestContext.Current.CancellationToken);
    }

    public static Task<ResourceEvent> WhenHealthyAsync(this DistributedApplication app, string name) =>
        app.ResourceNotifications.WaitForResourceHealthyAsync(name, Bounded.Token());

    public static Task<ResourceEvent> WhenAsync(this DistributedApplication app, string name, Func<CustomResourceSnapshot, bool> condition) =>
        app.ResourceNotifications.WaitForResourceAsync(name, @event => condition(@event.Snapshot), Bounded.Token());

    public static Task<ResourceEvent> WhenAsync(this DistributedApplication app, string name, string state) =>
        app.WhenAsync(name, snapshot => snapshot.State?.Text == state);

    /// <summary>The first line of a resource's log that satisfies a condition.</summary>
    public static async Task<LogLine> WhenLoggedAsync(this DistributedApplication app, string name, Func<LogLine, bool> condition)
    {
        var logs = app.Services.GetRequiredService<ResourceLoggerService>();
        await foreach (var lines in logs.WatchAsync(name).WithCancellation(Bounded.Token()))
        {
            foreach (var line in lines.Where(condition))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The log of '{name}' ended.");
    }
}
