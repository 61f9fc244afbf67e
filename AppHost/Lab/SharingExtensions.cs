using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AppHost.Lab;

/// <summary>What every process of the lab gets: the scenario, the clock, the overridden settings and where telemetry goes.</summary>
internal static class SharingExtensions
{
    /// <summary>The sections of the system's settings, as far as they can be overridden.</summary>
    private static readonly string[] SettingSections = ["Seed", "SlowApi", "Delivery", "AsyncInvocation", "EventSource"];

    /// <summary>EventBridge User Guide, "API destinations": "a maximum client execution timeout of 5 seconds".</summary>
    private const double EventBridgeTimeoutSeconds = 5;

    /// <summary>The longest that LocalAws takes.</summary>
    private const double LongestTimeoutSeconds = 300;

    /// <summary>Hands the lab's switches to its processes, all with one origin of simulated time.</summary>
    public static void ShareLab(
        this IDistributedApplicationBuilder builder,
        LabOptions lab,
        Cloud.Cloud cloud,
        IResourceBuilder<ProjectResource> dashboard,
        DashboardAccess access,
        params IEnumerable<IResourceBuilder<ProjectResource>> services)
    {
        var origin = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var overrides = SettingSections.SelectMany(section => builder.Configuration.GetSection(section).AsEnumerable())
            .Where(setting => setting.Value is not null);

        IResourceBuilder<ProjectResource>[] senders = [.. services, .. cloud.LocalAws is { } localAws ? [localAws] : Array.Empty<IResourceBuilder<ProjectResource>>()];
        foreach (var service in senders.Append(dashboard))
        {
            service.WithEnvironment("Scenario", lab.Scenario)
                .WithEnvironment("Clock__Speed", lab.Clock.Speed.ToString(CultureInfo.InvariantCulture))
                .WithEnvironment("Clock__Origin", origin);
            foreach (var (key, value) in overrides)
            {
                service.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), value);
            }
        }

        cloud.LocalAws?.WithEnvironment(
            "LocalAws__EventBridge__ApiDestinationTimeoutSeconds", HandOverSeconds(lab.Clock.Speed).ToString(CultureInfo.InvariantCulture));
        if (lab.UnstructuredLogs)
        {
            foreach (var service in services)
            {
                service.WithEnvironment("Logging__Unstructured", "true");
            }
        }

        foreach (var service in senders)
        {
            service.WithEnvironment("LAB_OTLP_ENDPOINT", dashboard.GetEndpoint(ResourceNames.OtlpEndpoint))
                .WithEnvironment("LAB_OTLP_HEADERS", $"x-otlp-api-key={access.OtlpApiKey}")
                // A full receiver asks to be tried again; by itself the exporter would give the batch up.
                .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        }
    }

    /// <summary>
    /// How long the worker may take to accept an event, simulated: never less than EventBridge's 5 real seconds. It stands for Lambda's asynchronous
    /// Invoke, which accepts at once. In 5 simulated seconds of a fast clock a busy machine accepts an event and is late to say so, and the
    /// event would come again, as it does not on AWS.
    /// </summary>
    private static double HandOverSeconds(double speed) => Math.Clamp(EventBridgeTimeoutSeconds * speed, EventBridgeTimeoutSeconds, LongestTimeoutSeconds);

    /// <summary>Gives the run its folders.</summary>
    public static RunFolders AddRunFolders(this IDistributedApplicationBuilder builder, LabOptions lab)
    {
        if (lab.Lab.DataDirectory is { Length: > 0 } given && !Writable.IsFolder(given))
        {
            throw new OptionsValidationException(
                "Lab", typeof(FolderOptions), [$"Lab:DataDirectory = \"{given}\": must be a directory that can be written to."]);
        }

        return RunFolders.Create(lab.Lab.DataDirectory, TimeProvider.System);
    }

    /// <summary>Gives a service a directory of this run's own, for what must survive its restart.</summary>
    public static IResourceBuilder<ProjectResource> WithStateDirectory(this IResourceBuilder<ProjectResource> service, RunFolders folders) =>
        service.WithEnvironment("StateDirectory", folders.CreateTemporary(service.Resource.Name));
}
