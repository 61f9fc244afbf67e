using Dashboard.Telemetry.Metrics;
using Google.Protobuf.Collections;

namespace Dashboard.Otlp;

/// <summary>OTLP's two kinds of histogram.</summary>
internal static class HistogramReader
{
    /// <summary>The index range that a double can need, even at the finest scale; more is nonsense that would cost memory.</summary>
    private const int MaximumBuckets = 4_096;

    /// <summary>A scale beyond these is not in the data model's range of use.</summary>
    private const int MaximumScale = 20;

    /// <summary>
    /// Whether bounds and counts fit one another, the figures are numbers, and the bounds ascend: "values in the array must be strictly increasing" (OpenTelemetry,
    /// "Metrics Data Model", Histogram).
    /// </summary>
    public static bool AddsUp(Wire.HistogramDataPoint point) =>
        AreNumbers(point.Sum, point.Min, point.Max)
        && ((point.BucketCounts.Count == 0 && point.ExplicitBounds.Count == 0)
        || (point.BucketCounts.Count == point.ExplicitBounds.Count + 1 && point.BucketCounts.Count <= MaximumBuckets && Ascend(point.ExplicitBounds)));

    /// <summary>Whether scale, figures and buckets are within reason: none of them could be stored or added up otherwise.</summary>
    public static bool AddsUp(Wire.ExponentialHistogramDataPoint point) =>
        point.Scale is >= -MaximumScale and <= MaximumScale && AreNumbers(point.Sum, point.Min, point.Max, point.ZeroThreshold)
        && IsReasonable(point.Positive) && IsReasonable(point.Negative);

    /// <summary>Reads a histogram with explicit bounds; one without buckets is one bucket.</summary>
    public static Histogram Read(Wire.HistogramDataPoint point) => new ExplicitHistogram
    {
        Count = point.Count,
        Sum = point.HasSum ? point.Sum : 0,
        Min = point.HasMin ? point.Min : null,
        Max = point.HasMax ? point.Max : null,
        Bounds = [.. point.ExplicitBounds],
        Counts = point.BucketCounts.Count == 0 ? [point.Count] : [.. point.BucketCounts.Select(count => (double)count)],
    };

    /// <summary>Reads an exponential histogram.</summary>
    public static Histogram Read(Wire.ExponentialHistogramDataPoint point) => new ExponentialHistogram
    {
        Count = point.Count,
        Sum = point.HasSum ? point.Sum : 0,
        Min = point.HasMin ? point.Min : null,
        Max = point.HasMax ? point.Max : null,
        Scale = point.Scale,
        ZeroCount = point.ZeroCount,
        ZeroThreshold = point.ZeroThreshold,
        Positive = Read(point.Positive),
        Negative = Read(point.Negative),
    };

    private static bool AreNumbers(params ReadOnlySpan<double> figures)
    {
        foreach (var figure in figures)
        {
            if (!double.IsFinite(figure))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ascend(RepeatedField<double> bounds)
    {
        for (var i = 1; i < bounds.Count; i++)
        {
            // Not the other way round: no comparison with NaN holds.
            if (!(bounds[i] > bounds[i - 1]))
            {
                return false;
            }
        }

        return bounds.Count == 0 || !double.IsNaN(bounds[0]);
    }

    private static bool IsReasonable(Wire.ExponentialHistogramDataPoint.Types.Buckets? buckets) =>
        buckets is null || (buckets.BucketCounts.Count <= MaximumBuckets && Math.Abs((long)buckets.Offset) < int.MaxValue / 2);

    private static BucketRun Read(Wire.ExponentialHistogramDataPoint.Types.Buckets? buckets) =>
        buckets is null ? BucketRun.Empty : new(buckets.Offset, [.. buckets.BucketCounts.Select(count => (double)count)]);
}
