using Dashboard.Lab.Alarms;
using Dashboard.Lab.Figures;
using Dashboard.Runs;
using Dashboard.Telemetry.Metrics;
using ServiceDefaults.Telemetry;

namespace Dashboard.Lab;

/// <summary>A run's charts and alarms so far. One thread advances it; any may read.</summary>
internal sealed class RunHistory(RunStart start)
{
    /// <summary>Beyond so many the oldest are forgotten: at ten times the speed that is half a simulated day.</summary>
    private const int MaximumPoints = 5_000;

    private const double ShortestStep = 5;
    private const double ShortestStretch = 20;

    /// <summary>Every process has exported what is older than this, real seconds.</summary>
    private const double ExportDelay = 2.5;

    private readonly double _step = Math.Max(ShortestStep, start.Speed);
    private readonly QuantileTrack _durations = new(Math.Max(ShortestStretch, 2 * start.Speed));
    private readonly QuantileTrack _deliveries = new(Math.Max(ShortestStretch, 2 * start.Speed));
    private readonly AnomalyBand _band = new();
    private readonly AlarmBoard _alarms = new();
    private double _next = Math.Max(ShortestStep, start.Speed);

    /// <summary>The run.</summary>
    public RunStart Start { get; } = start;

    /// <summary>The moments, one a step.</summary>
    public GrowingList<LabPoint> Points { get; } = new(MaximumPoints);

    /// <summary>How long the function took, a stretch each.</summary>
    public GrowingList<QuantilePoint> Durations { get; } = new(MaximumPoints);

    /// <summary>From acceptance to delivery, a stretch each.</summary>
    public GrowingList<QuantilePoint> Deliveries { get; } = new(MaximumPoints);

    /// <summary>The alarms.</summary>
    public IReadOnlyList<AlarmState> Alarms { get; private set; } = new AlarmBoard().States;

    /// <summary>Takes what has become certain since the last time.</summary>
    /// <param name="reading">The run's series.</param>
    /// <param name="curves">Their curves.</param>
    /// <param name="end">Where the run ended, simulated seconds; infinity while it is on.</param>
    /// <param name="accountConcurrency">Invocations that the account runs at a time.</param>
    /// <returns>Whether there will be no more.</returns>
    public bool Advance(RunReading reading, RunCurves curves, double end, int accountConcurrency)
    {
        var certain = Math.Min(end, reading.Elapsed - (ExportDelay * Start.Speed));
        for (; _next <= certain; _next += _step)
        {
            var point = LabPoint.Read(curves, _next, _step);
            Points.Add(point);
            _alarms.Observe(point, accountConcurrency);
        }

        if (reading.Elapsed <= end + (2 * ExportDelay * Start.Speed))
        {
            Advance(reading);
        }

        Alarms = _alarms.States;
        return _next > end;
    }

    /// <summary>The real time of a moment.</summary>
    public DateTimeOffset RealTime(double seconds) => Start.StartedAt.AddSeconds(seconds / Start.Speed);

    private void Advance(RunReading reading)
    {
        if (_durations.Observe(reading.Elapsed, Distributions(reading, Instruments.FaasInvokeDuration)) is { } duration)
        {
            var judged = duration.P90 is { } value ? duration with { Band = _band.Observe(value) } : duration;
            Durations.Add(judged);
            _alarms.Observe(judged);
        }

        if (_deliveries.Observe(reading.Elapsed, Distributions(reading, Instruments.OrdersTimeToDelivery)) is { } delivery)
        {
            Deliveries.Add(delivery);
        }
    }

    private static Dictionary<string, Histogram> Distributions(RunReading reading, string instrument) => reading.Series
        .Where(series => series.Instrument == instrument && series.Histogram is not null)
        .GroupBy(series => $"{series.Resource.Key} {string.Join(' ', series.Tags)}")
        .ToDictionary(group => group.Key, group => group.First().Histogram!);
}
