using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>
/// Ends telemetry in order once everything else has stopped: first spans and log records, then the metrics, so that the last export
/// tells how many of the others there were. The container would end them in the order in which it happened to make them.
/// </summary>
internal sealed class LastExport(IServiceProvider services) : IHostedLifecycleService
{
    private const int LimitMilliseconds = 5_000;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Task.Run(() => services.GetService<TracerProvider>()?.Shutdown(LimitMilliseconds), cancellationToken),
            Task.Run(() => services.GetService<LoggerProvider>()?.Shutdown(LimitMilliseconds), cancellationToken));
        await Task.Run(() => services.GetService<MeterProvider>()?.Shutdown(LimitMilliseconds), cancellationToken);
    }
}
