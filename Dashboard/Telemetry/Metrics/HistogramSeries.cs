namespace Dashboard.Telemetry.Metrics;

/// <summary>A distribution: over restarts of the process what was recorded before stays recorded.</summary>
internal sealed class HistogramSeries(MetricPoint first) : MetricSeries(first)
{
    private Histogram? _retired;
    private Histogram? _current;
    private Histogram? _baseline;

    private Histogram? Total => _retired is null ? _current : _current is null ? _retired : _retired.Plus(_current) ?? _current;

    /// <inheritdoc />
    public override void Mark() => _baseline = Total;

    /// <inheritdoc />
    public override void Trim()
    {
        // It has no samples.
    }

    /// <inheritdoc />
    public override SeriesReading Read(DateTimeOffset from) => new()
    {
        Resource = Resource,
        Instrument = Key.Instrument,
        Tags = Tags,
        LastTime = LastTime!.Value,
        Value = Total?.Count ?? 0,
        Baseline = _baseline?.Count ?? 0,
        Histogram = _baseline is null ? Total : Total?.Since(_baseline) ?? Total,
    };

    /// <inheritdoc />
    protected override void Take(MetricPoint point, DateTimeOffset? previousExport, bool inRun)
    {
        var next = point.Histogram!;
        if (point.IsDelta)
        {
            _current = _current?.Plus(next) ?? next;
        }
        else
        {
            if (_current is not null && (HasRestarted(point) || next.Count < _current.Count))
            {
                _retired = Total;
            }

            _current = next;
        }
    }
}
