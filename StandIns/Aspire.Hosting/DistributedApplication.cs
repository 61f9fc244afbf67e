using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded;
using Aspire.Hosting.Embedded.Manifest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>An application of several processes, run as one host.</summary>
public class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost _host;
    private int _disposed;

    /// <summary>Creates an application on a host.</summary>
    public DistributedApplication(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _host = host;
    }

    /// <summary>The app host's own services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>How the resources stand.</summary>
    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    /// <summary>Carries out commands of resources.</summary>
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>Begins to describe an application.</summary>
    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder(new DistributedApplicationOptions());

    /// <summary>Begins to describe an application.</summary>
    /// <param name="args">The command line; it goes before every other configuration.</param>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return CreateBuilder(new DistributedApplicationOptions { Args = args });
    }

    /// <summary>Begins to describe an application.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) => new DistributedApplicationBuilder(options);

    /// <inheritdoc cref="RunAsync"/>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Starts the application and returns once it has stopped: by Ctrl+C, SIGTERM or its own lifetime service. With
    /// <c>--publisher manifest --output-path FILE</c> on the command line it writes the manifest instead.
    /// </summary>
    public Task RunAsync(CancellationToken cancellationToken = default) =>
        AppHostInterception.Current is { } interception
            ? interception.RunAsync(this, cancellationToken)
            : Services.GetRequiredService<DistributedApplicationExecutionContext>().IsPublishMode
                ? PublishAsync(cancellationToken)
                : RunHostAsync(cancellationToken);

    /// <summary>Starts the application; resources start in the background.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) =>
        AppHostInterception.Current is { } interception
            ? interception.WhenStartedAsync(cancellationToken)
            : StartHostAsync(cancellationToken);

    /// <summary>Stops the resources, the dependent ones first, and then the application.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default)
    {
        IsStarted = false;
        return _host.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            if (IsStarted)
            {
                await StopAsync();
            }

            await HostDisposal.DisposeAsync(_host);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the application is started and nobody has stopped it.</summary>
    internal bool IsStarted { get; private set; }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await using (this)
        {
            await Services.GetRequiredService<ManifestPublisher>().WriteAsync(cancellationToken);
        }
    }

    /// <summary>Stopped in the middle of its start it ends as orderly as later.</summary>
    private async Task RunHostAsync(CancellationToken cancellationToken)
    {
        var lifetime = Services.GetRequiredService<IHostApplicationLifetime>();
        var isStopped = false;
        await using var stopping = lifetime.ApplicationStopping.Register(() => isStopped = true);
        try
        {
            await HostingAbstractionsHostExtensions.RunAsync(this, cancellationToken);
        }
        catch (OperationCanceledException) when (isStopped)
        {
            // Everything has been disposed of, and with it every process ended.
        }
    }

    private async Task StartHostAsync(CancellationToken cancellationToken)
    {
        await _host.StartAsync(cancellationToken);
        IsStarted = true;
        AppHostInterception.OnStarted(this);
    }
}
