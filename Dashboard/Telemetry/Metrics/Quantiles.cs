namespace Dashboard.Telemetry.Metrics;

/// <summary>Quantiles of histograms taken together, whatever the layouts; within a bucket values count as evenly spread.</summary>
internal static class Quantiles
{
    private const int Halvings = 100;

    /// <summary>The value that the share <paramref name="quantile"/> of all values does not exceed; null when there are none.</summary>
    public static double? Of(IEnumerable<Histogram> histograms, double quantile)
    {
        Bucket[] buckets = [.. histograms.SelectMany(histogram => histogram.Buckets)];
        var total = buckets.Sum(bucket => bucket.Count);
        if (total <= 0)
        {
            return null;
        }

        var (low, high) = (buckets.Min(bucket => bucket.Lower), buckets.Max(bucket => bucket.Upper));
        var wanted = quantile * total;
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = CountUpTo(buckets, middle) >= wanted ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static double CountUpTo(Bucket[] buckets, double value)
    {
        var count = 0.0;
        foreach (var bucket in buckets)
        {
            count += value >= bucket.Upper ? bucket.Count
                : value <= bucket.Lower ? 0
                : bucket.Count * (value - bucket.Lower) / (bucket.Upper - bucket.Lower);
        }

        return count;
    }
}
