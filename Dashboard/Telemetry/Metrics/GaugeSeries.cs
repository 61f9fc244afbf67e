namespace Dashboard.Telemetry.Metrics;

/// <summary>A value that is as it is.</summary>
internal sealed class GaugeSeries(MetricPoint first, TelemetryLimits limits) : MetricSeries(first)
{
    private readonly SampleHistory _history = new(limits.MaxSamples, keepLarger: true);
    private double _value;
    private double _baseline;

    /// <inheritdoc />
    public override void Mark()
    {
        _baseline = _value;
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
        Value = _value,
        Samples = _history.Since(from),
    };

    /// <inheritdoc />
    protected override void Take(MetricPoint point, DateTimeOffset? previousExport, bool inRun)
    {
        _value = point.IsDelta ? _value + point.Value : point.Value;
        _history.Add(new(point.Time, _value), inRun);
    }
}
