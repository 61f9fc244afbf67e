using Dashboard.Telemetry.Queries;

namespace Dashboard.Views.Metrics;

/// <summary>The unit that a chart's values are shown in, one for all of them, so that they can be compared at a glance.</summary>
/// <param name="Factor">What the instrument's values are multiplied by.</param>
/// <param name="Unit">The unit after that.</param>
internal sealed record MetricScale(double Factor, string Unit)
{
    private const double MillisecondsPerSecond = 1_000;

    /// <summary>Percentiles below this are read in milliseconds, seconds.</summary>
    private const double ShortPercentile = 1;

    /// <summary>A heat map whose last bucket begins below this is read in milliseconds, seconds.</summary>
    private const double ShortBucket = 10;

    /// <summary>The scale for a histogram's values in a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="unit">The instrument's own unit (<see cref="UnitText"/>).</param>
    public static MetricScale Of(MetricChart chart, string unit)
    {
        var (largest, limit) = chart.HeatMap.Count > 0
            ? (chart.HeatMap[^1].Lower, ShortBucket)
            : (chart.Lines.SelectMany(line => line.Values).Max() ?? double.PositiveInfinity, ShortPercentile);
        return unit == "s" && largest < limit ? new(MillisecondsPerSecond, "ms") : new(1, unit);
    }
}
