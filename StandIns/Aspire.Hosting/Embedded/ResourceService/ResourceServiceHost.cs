using System.Net;
using Aspire.Hosting.ApplicationModel;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>
/// Serves <c>aspire.v1.DashboardService</c> on a Kestrel of its own. It starts beside the resources and not before them:
/// only its port is decided at once, and who asks too early asks again.
/// </summary>
internal sealed partial class ResourceServiceHost(
    DistributedApplicationOptions application,
    IConfiguration configuration,
    IHostEnvironment environment,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    ResourceCommandService commands,
    ILogger<ResourceServiceHost> logger) : IAsyncDisposable
{
    /// <summary>Time that open calls get to end.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task<WebApplication?> _serving = Task.FromResult<WebApplication?>(null);
    private int _stopped;

    /// <summary>Decides the address, says it in the configuration, and begins to serve in the background.</summary>
    /// <exception cref="DistributedApplicationException">The configuration is refused.</exception>
    internal void Open(EndpointAllocation allocation)
    {
        if (ResourceServiceSettings.Read(configuration, application) is not { } settings)
        {
            return;
        }

        var port = allocation.TakePort(settings.Port, "resource service");
        configuration[ResourceServiceSettings.UrlKey] = $"http://127.0.0.1:{port}";
        _serving = Task.Run(() => ServeAsync(port, settings.ApiKey));
    }

    /// <summary>Ends open calls and stops to listen.</summary>
    internal async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync();
        if (await _serving is { } server)
        {
            await server.StopAsync(CancellationToken.None);
            await server.DisposeAsync();
        }

        _stopping.Dispose();
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private async Task<WebApplication?> ServeAsync(int port, string? apiKey)
    {
        try
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http2);
            });
            builder.Services.AddRoutingCore();
            builder.Services.AddGrpc();
            builder.Services.RemoveAll(typeof(IServiceMethodProvider<>));
            builder.Services.AddSingleton<IServiceMethodProvider<ResourceEndpoint>, StrictBinder>();
            builder.Services.AddSingleton<IHostLifetime, BoundLifetime>();
            builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = StopTimeout);
            builder.Services.AddSingleton(new ResourceEndpoint(ApplicationName, notifications, logs, commands, _stopping.Token));

            var server = builder.Build();
            if (apiKey is not null)
            {
                server.Use(new ApiKeyGate(apiKey).InvokeAsync);
            }

            server.MapGrpcService<ResourceEndpoint>();
            await server.StartAsync(_stopping.Token);
            return server;
        }
#pragma warning disable CA1031 // Without the service a dashboard shows less; the application itself lives on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!_stopping.IsCancellationRequested)
            {
                LogCannotServe(port, exception.Message);
            }

            return null;
        }
    }

    private string ApplicationName =>
        configuration["AppHost:DashboardApplicationName"] is { Length: > 0 } named ? named
        : environment.ApplicationName.EndsWith(".AppHost", StringComparison.OrdinalIgnoreCase) ? environment.ApplicationName[..^".AppHost".Length]
        : environment.ApplicationName;

    [LoggerMessage(1, LogLevel.Warning, "The resource service cannot listen on port {Port}: {Reason}")]
    private partial void LogCannotServe(int port, string reason);

    /// <summary>Lives as long as the host that it is part of: Ctrl+C is that one's business.</summary>
    private sealed class BoundLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
