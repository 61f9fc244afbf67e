using Dashboard.Lab.Control;
using Dashboard.Lab.Figures;
using Dashboard.Runs;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Lab;

/// <summary>
/// Looks at the run twice a second, for every page together: the charts and alarms are complete even if nobody looked on.
/// </summary>
internal sealed partial class LabWatch(
    RunBook book,
    MetricStore metrics,
    SettingsDesk settings,
    Audience audience,
    TimeProvider clock,
    ILogger<LabWatch> logger) : BackgroundService
{
    private const double SecondsPerMinute = 60;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private volatile LabSnapshot? _snapshot;
    private RunHistory? _history;
    private bool _isComplete;

    /// <summary>The latest look; null before the first.</summary>
    public LabSnapshot? Snapshot => _snapshot;

    /// <summary>Looks now.</summary>
    public LabSnapshot Look()
    {
        var (start, frozen) = book.Current();
        if (start is null || book.Live() is not { } live)
        {
            return new();
        }

        if (_history?.Start.Id != start.Id)
        {
            (_history, _isComplete) = (new(start), false);
        }

        var reading = new RunReading(metrics.Read(LabInstruments.Pipeline, start.StartedAt), start, clock.GetUtcNow());
        var curves = new RunCurves(reading, settings.QueueName);
        if (!_isComplete)
        {
            var end = frozen is null ? double.PositiveInfinity : frozen.Minutes.Count * SecondsPerMinute;
            _isComplete = _history.Advance(reading, curves, end, settings.Effective.AsyncInvocation.AccountConcurrency);
        }

        return new()
        {
            Live = live,
            Figures = PipelineReader.Read(reading, curves, settings.QueueName),
            History = _history,
            Elapsed = reading.Elapsed,
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (_snapshot?.Problem is not null || IsNeeded())
                {
                    _snapshot = Look();
                }
            }
            catch (Exception defect)
            {
                // The page says so and the next look may be better; the run itself goes on.
                LogDefect(defect);
                _snapshot = (_snapshot ?? new()) with { Problem = "The run could not be looked at; the dashboard's own log says why." };
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private bool IsNeeded() => _snapshot is null || audience.IsWatching || book.IsOn || !_isComplete;

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The lab could not be looked at")]
    private partial void LogDefect(Exception defect);
}
