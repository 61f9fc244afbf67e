using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded.Manifest;
using Aspire.Hosting.Embedded.ResourceService;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Embedded;

/// <summary>How an app host finds its directory, and what it has in its container before anything is added.</summary>
internal static class HostSetup
{
    /// <summary>Time to stop all resources before the host gives up on it.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Holds unless anything else is configured. The screen belongs to the application's own view: only warnings are
    /// logged, a line each.
    /// </summary>
    internal static IReadOnlyDictionary<string, string?> WeakestConfiguration { get; } = new Dictionary<string, string?>
    {
        ["hostBuilder:reloadConfigOnChange"] = "false",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
    };

    /// <summary>The directory of the app host's project, as its build noted it, or else where it lies.</summary>
    internal static string DirectoryOf(Assembly? appHost)
    {
        var noted = appHost?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(static attribute => string.Equals(attribute.Key, "AppHostProjectPath", StringComparison.OrdinalIgnoreCase))?.Value;
        return noted is not null && Directory.Exists(noted) ? noted : AppContext.BaseDirectory;
    }

    /// <summary>Whether the command line asks for a manifest.</summary>
    internal static bool IsPublishing(IConfiguration configuration) =>
        (configuration["publisher"] ?? configuration["Publishing:Publisher"]) is { Length: > 0 };

    /// <summary>Adds the model, its services and the engine.</summary>
    internal static void AddServices(DistributedApplicationBuilder builder, DistributedApplicationOptions options)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(builder.ExecutionContext);
        services.AddSingleton(builder.Eventing);
        services.AddSingleton(_ => new DistributedApplicationModel(builder.Resources));
        services.AddSingleton<ResourceLoggerService>();
        services.AddSingleton<ResourceNotificationService>();
        services.AddSingleton(provider => new ResourceCommandService(provider.GetRequiredService<ResourceNotificationService>(), provider));
        services.AddHealthChecks();
        services.AddHttpClient();
        services.Configure<ResourceNotificationServiceOptions>(waiting => waiting.DefaultWaitBehavior = options.DisableDashboard
            ? WaitBehavior.StopOnResourceUnavailable
            : WaitBehavior.WaitOnResourceUnavailable);
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddSingleton(EngineOptions.Read(builder.Configuration));
        services.AddSingleton<LaunchPlanner>();
        services.AddSingleton<ManifestPublisher>();
        services.AddSingleton<HealthWatch>();
        services.AddSingleton<ResourceServiceHost>();
        services.AddSingleton<Engine>();
        services.AddHostedService(static provider => provider.GetRequiredService<Engine>());
        if (options.EnableResourceLogging)
        {
            services.AddHostedService<ResourceLogForwarding>();
        }
    }
}
