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

    private TracerProvider? _traces;
    private LoggerProvider? _logs;
    private MeterProvider? _metrics;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Now: at the end the container may be gone.
        _traces = services.GetService<TracerProvider>();
        _logs = services.GetService<LoggerProvider>();
        _metrics = services.GetService<MeterProvider>();
        return Task.CompletedTask;
    }

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
            Task.Run(() => _traces?.Shutdown(LimitMilliseconds), CancellationToken.None),
            Task.Run(() => _logs?.Shutdown(LimitMilliseconds), CancellationToken.None));
        await Task.Run(() => _metrics?.Shutdown(LimitMilliseconds), CancellationToken.None);
    }
}
