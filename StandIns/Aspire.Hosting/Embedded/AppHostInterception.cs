using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Embedded;

/// <summary>
/// A test that runs an app host's entry point in its own process steps in where the application is created, built and
/// run. It is known to the entry point's flow of execution alone, so that several tests do not meet.
/// </summary>
internal abstract class AppHostInterception
{
    private static readonly AsyncLocal<AppHostInterception?> Flow = new();
    private static readonly ConditionalWeakTable<DistributedApplication, AppHostInterception> Owners = [];

    /// <summary>Whoever intercepts this flow of execution.</summary>
    internal static AppHostInterception? Current => Flow.Value;

    /// <summary>Intercepts the current flow of execution.</summary>
    internal void Enter() => Flow.Value = this;

    /// <summary>The entry point creates a builder.</summary>
    internal abstract void OnCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);

    /// <summary>The entry point has described the application; returns when the test wants it built.</summary>
    internal abstract void OnBuilding(DistributedApplicationBuilder builder);

    /// <summary>The application is built.</summary>
    internal virtual void OnBuilt(DistributedApplication application) => Owners.AddOrUpdate(application, this);

    /// <summary>Instead of running: returns when the application has stopped.</summary>
    internal abstract Task RunAsync(DistributedApplication application, CancellationToken cancellationToken);

    /// <summary>Instead of starting: returns when the test has started the application.</summary>
    internal abstract Task WhenStartedAsync(CancellationToken cancellationToken);

    /// <summary>The test has started the application.</summary>
    internal abstract void OnStarted();

    /// <summary>Tells whoever intercepts the application that it is started.</summary>
    internal static void OnStarted(DistributedApplication application)
    {
        if (Owners.TryGetValue(application, out var owner))
        {
            owner.OnStarted();
        }
    }
}
