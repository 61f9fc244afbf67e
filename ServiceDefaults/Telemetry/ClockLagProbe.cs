using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Measures how late this process's timers fire, in simulated seconds. On an overloaded machine the accelerated clock
/// asks for more than the machine gives; this is the figure that says so.
/// </summary>
internal sealed class ClockLagProbe(TimeProvider clock, IMeterFactory meters) : BackgroundService
{
    /// <summary>Simulated time between two probes.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Histogram<double> _lag = meters.Create(TelemetryExtensions.ClockMeter).CreateHistogram<double>(
        Instruments.ClockLag, "s", "How late a timer of one second fired, in simulated seconds");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var start = clock.GetTimestamp();
                await Task.Delay(Interval, clock, stoppingToken);
                _lag.Record(Math.Max(0, (clock.GetElapsedTime(start) - Interval).TotalSeconds));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }
}
