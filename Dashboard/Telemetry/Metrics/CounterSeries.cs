namespace Dashboard.Telemetry.Metrics;

/// <summary>
/// A sum that only grows: over restarts of the process what was counted before stays counted. A restarted process
/// counts from zero; with <paramref name="continues"/> one that comes back at no less than before has gone on counting.
/// </summary>
internal sealed class CounterSeries(MetricPoint first, TelemetryLimits limits, bool continues, double inherited) : MetricSeries(first)
{
    private readonly SampleHistory _history = new(limits.MaxSamples, keepLarger: false);
    private double _total;
    private double _baseline;

    /// <summary>What the process last said.</summary>
    public double Raw { get; private set; } = inherited;

    /// <inheritdoc />
    public override void Mark()
    {
        _baseline = _total;
        _history.Trim();
    }

    /// <inheritdoc />
    public override void Trim() => _history.Trim();

    /// <inheritdoc />
    public override SeriesReading Read(DateTimeOffset from) => new()
    {
        Resource = Resource,
        Instrument = Key.Instrument,
        Tags = Tags,
        LastTime = LastTime!.Value,
        Baseline = _baseline,
        Value = _total,
        Samples = _history.Since(from),
    };

    /// <inheritdoc />
    protected override void Take(MetricPoint point, DateTimeOffset? previousExport, bool inRun)
    {
        var restarted = HasRestarted(point);
        if (LastTime is null || restarted)
        {
            // Nothing was counted until the process's start, or its last export without this series: without this
            // sample the first count would be spread over all the time before it.
            Anchor(restarted ? point.Start : Later(previousExport, point.Start), point.Time, inRun);
        }

        _total += point.IsDelta || point.Value < Raw || (restarted && !continues) ? point.Value : point.Value - Raw;
        Raw = point.IsDelta ? 0 : point.Value;
        _history.Add(new(point.Time, _total), inRun);
    }

    private void Anchor(DateTimeOffset? time, DateTimeOffset before, bool inRun)
    {
        if (time < before && (LastTime is null || time > LastTime))
        {
            _history.Add(new(time.Value, _total), inRun);
        }
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;
}
