using Dashboard.Lab.Alarms;

namespace Dashboard.Lab.Figures;

/// <summary>The spread of what was measured in the stretch that ends at a moment; nulls when nothing was.</summary>
/// <param name="Seconds">The moment, simulated seconds since the run began.</param>
/// <param name="P50">Median, s.</param>
/// <param name="P90">90th percentile, s.</param>
/// <param name="P99">99th percentile, s.</param>
internal sealed record QuantilePoint(double Seconds, double? P50, double? P90, double? P99)
{
    /// <summary>Where the 90th percentile was expected; null: nothing is known to expect.</summary>
    public BandPoint? Band { get; init; }
}
