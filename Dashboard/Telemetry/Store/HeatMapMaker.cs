using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>Makes a heat map of histograms, whatever their layouts: within a bucket values count as evenly spread.</summary>
internal static class HeatMapMaker
{
    private const int MaximumRows = 40;

    /// <summary>The rows, ascending.</summary>
    public static IReadOnlyList<HeatRow> Make(ChartSteps steps, IReadOnlyList<IReadOnlyList<Histogram>> recorded)
    {
        var buckets = recorded.Select(step => step.SelectMany(histogram => histogram.Buckets).ToArray()).ToArray();
        double[] bounds = [.. buckets.SelectMany(step => step).SelectMany(bucket => new[] { bucket.Lower, bucket.Upper }).Distinct().Order()];
        if (bounds.Length == 0)
        {
            return [];
        }

        if (bounds.Length == 1)
        {
            bounds = [bounds[0], bounds[0]];
        }

        bounds = Thin(bounds);
        var counts = Enumerable.Range(0, bounds.Length - 1).Select(_ => new double[steps.Count]).ToArray();
        for (var step = 0; step < buckets.Length; step++)
        {
            foreach (var bucket in buckets[step])
            {
                Spread(bucket, bounds, counts, step);
            }
        }

        return [.. counts.Select((row, i) => new HeatRow(bounds[i], bounds[i + 1], row))];
    }

    /// <summary>As many rows as can be told apart, of about as many bounds each.</summary>
    private static double[] Thin(double[] bounds)
    {
        if (bounds.Length <= MaximumRows + 1)
        {
            return bounds;
        }

        return [.. Enumerable.Range(0, MaximumRows + 1).Select(i => bounds[(int)((long)i * (bounds.Length - 1) / MaximumRows)]).Distinct()];
    }

    private static void Spread(Bucket bucket, double[] bounds, double[][] counts, int step)
    {
        if (bucket.Upper <= bucket.Lower)
        {
            // A single value belongs to the row that it closes.
            var row = Array.BinarySearch(bounds, bucket.Upper);
            row = row < 0 ? ~row : row;
            counts[Math.Clamp(row - 1, 0, counts.Length - 1)][step] += bucket.Count;
            return;
        }

        for (var row = 0; row < counts.Length; row++)
        {
            var overlap = Math.Min(bucket.Upper, bounds[row + 1]) - Math.Max(bucket.Lower, bounds[row]);
            if (overlap > 0)
            {
                counts[row][step] += bucket.Count * overlap / (bucket.Upper - bucket.Lower);
            }
        }
    }
}
