namespace Dashboard.Telemetry.Queries;

/// <summary>An instrument over time.</summary>
internal sealed record MetricChart
{
    /// <summary>The beginning of each step, real time.</summary>
    public required IReadOnlyList<DateTimeOffset> Times { get; init; }

    /// <summary>The lines, the largest last value first.</summary>
    public required IReadOnlyList<MetricLine> Lines { get; init; }

    /// <summary>With <see cref="MetricShape.HeatMap"/>: the buckets, ascending.</summary>
    public IReadOnlyList<HeatRow> HeatMap { get; init; } = [];

    /// <summary>Lines that were left out.</summary>
    public int Omitted { get; init; }
}
