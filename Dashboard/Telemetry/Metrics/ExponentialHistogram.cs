namespace Dashboard.Telemetry.Metrics;

/// <summary>
/// A histogram whose bucket i covers (b^i, b^(i+1)] with b = 2^(2^−<see cref="Scale"/>). Source: OpenTelemetry metrics
/// data model, "ExponentialHistogram".
/// </summary>
internal sealed record ExponentialHistogram : Histogram
{
    /// <summary>
    /// Buckets that a combination may span. Two processes' values may be far apart: at the finest scale that would be
    /// millions of empty buckets, so the scale gives way.
    /// </summary>
    private const int MaximumSpan = 8_192;

    /// <summary>Its resolution.</summary>
    public required int Scale { get; init; }

    /// <summary>Values that are 0, or as near to it as <see cref="ZeroThreshold"/>.</summary>
    public double ZeroCount { get; init; }

    /// <summary>How near to 0 counts as 0.</summary>
    public double ZeroThreshold { get; init; }

    /// <summary>The values above.</summary>
    public BucketRun Positive { get; init; } = BucketRun.Empty;

    /// <summary>The values below, by magnitude.</summary>
    public BucketRun Negative { get; init; } = BucketRun.Empty;

    /// <inheritdoc />
    protected override IEnumerable<Bucket> Layout
    {
        get
        {
            for (var i = Negative.Counts.Count - 1; i >= 0; i--)
            {
                yield return new(-Bound(Negative.Offset + i + 1), -Bound(Negative.Offset + i), Negative.Counts[i]);
            }

            yield return new(Negative.Counts.Count == 0 ? 0 : -ZeroThreshold, ZeroThreshold, ZeroCount);
            for (var i = 0; i < Positive.Counts.Count; i++)
            {
                yield return new(Bound(Positive.Offset + i), Bound(Positive.Offset + i + 1), Positive.Counts[i]);
            }
        }
    }

    /// <inheritdoc />
    public override Histogram? Plus(Histogram other) =>
        other is ExponentialHistogram peer
            ? Combine(peer, 1) with
            {
                Count = Count + peer.Count,
                Sum = Sum + peer.Sum,
                Min = Lesser(Min, peer.Min),
                Max = Greater(Max, peer.Max),
            }
            : null;

    /// <inheritdoc />
    protected override Histogram? Difference(Histogram earlier) =>
        earlier is ExponentialHistogram peer ? Combine(peer, -1) : null;

    private ExponentialHistogram Combine(ExponentialHistogram other, int sign)
    {
        var scale = Math.Min(Scale, other.Scale);
        while (Span(Positive, other.Positive, other, scale) > MaximumSpan || Span(Negative, other.Negative, other, scale) > MaximumSpan)
        {
            scale--;
        }

        var (mine, theirs) = (Scale - scale, other.Scale - scale);
        return this with
        {
            Scale = scale,
            ZeroCount = Math.Max(0, ZeroCount + (sign * other.ZeroCount)),
            ZeroThreshold = Math.Max(ZeroThreshold, other.ZeroThreshold),
            Positive = Positive.Coarser(mine).Combine(other.Positive.Coarser(theirs), sign),
            Negative = Negative.Coarser(mine).Combine(other.Negative.Coarser(theirs), sign),
        };
    }

    /// <summary>How many buckets two runs span together at a scale.</summary>
    private long Span(BucketRun mine, BucketRun theirs, ExponentialHistogram other, int scale)
    {
        var (first, last) = mine.RangeAt(Scale - scale);
        var (otherFirst, otherLast) = theirs.RangeAt(other.Scale - scale);
        return mine.Counts.Count == 0 || theirs.Counts.Count == 0 ? 0 : (long)Math.Max(last, otherLast) - Math.Min(first, otherFirst) + 1;
    }

    private double Bound(int index) => Math.Pow(2, index * Math.Pow(2, -Scale));
}
