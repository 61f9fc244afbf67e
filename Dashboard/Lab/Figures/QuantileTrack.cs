using Dashboard.Telemetry.Metrics;

namespace Dashboard.Lab.Figures;

/// <summary>Cuts a growing distribution into stretches: what was recorded between one look and the next.</summary>
/// <param name="width">How long a stretch is at least, simulated seconds.</param>
internal sealed class QuantileTrack(double width)
{
    private const double Median = 0.5;
    private const double Ninetieth = 0.9;
    private const double NinetyNinth = 0.99;

    private IReadOnlyDictionary<string, Histogram> _before = new Dictionary<string, Histogram>();
    private double _due;

    /// <summary>Looks at the distributions as they have grown so far, by series.</summary>
    /// <returns>The stretch that ends now; null: it is not long enough yet.</returns>
    public QuantilePoint? Observe(double seconds, IReadOnlyDictionary<string, Histogram> now)
    {
        if (seconds < Math.Max(_due, width))
        {
            return null;
        }

        Histogram[] recorded =
        [
            .. now.Select(series => _before.TryGetValue(series.Key, out var earlier) ? series.Value.Since(earlier) ?? series.Value : series.Value),
        ];
        _before = now;
        _due = (Math.Floor(seconds / width) + 1) * width;
        return new(seconds, Quantiles.Of(recorded, Median), Quantiles.Of(recorded, Ninetieth), Quantiles.Of(recorded, NinetyNinth));
    }
}
