namespace Dashboard.Telemetry.Metrics;

/// <summary>A distribution in buckets.</summary>
internal abstract record Histogram
{
    /// <summary>How many values.</summary>
    public required double Count { get; init; }

    /// <summary>Their sum; 0 if not said.</summary>
    public double Sum { get; init; }

    /// <summary>The smallest value, where it is known.</summary>
    public double? Min { get; init; }

    /// <summary>The largest value, where it is known, or the least upper bound that is.</summary>
    public double? Max { get; init; }

    /// <summary>The buckets that hold something, ascending, cut to <see cref="Min"/> and <see cref="Max"/>.</summary>
    public IEnumerable<Bucket> Buckets
    {
        get
        {
            foreach (var bucket in Layout)
            {
                if (bucket.Count > 0)
                {
                    var lower = Math.Max(bucket.Lower, Min ?? double.NegativeInfinity);
                    var upper = Math.Min(bucket.Upper, Max ?? double.PositiveInfinity);
                    yield return Finite(Math.Min(lower, bucket.Upper), Math.Max(upper, bucket.Lower), bucket.Count);
                }
            }
        }
    }

    /// <summary>The buckets as their layout has them, ascending.</summary>
    protected abstract IEnumerable<Bucket> Layout { get; }

    /// <summary>This and another together; null if their layouts do not fit.</summary>
    public abstract Histogram? Plus(Histogram other);

    /// <summary>What came since <paramref name="earlier"/>; null if that is not an earlier state of this.</summary>
    public Histogram? Since(Histogram earlier)
    {
        if (Count < earlier.Count || Difference(earlier) is not { } difference)
        {
            return null;
        }

        // The largest value is over the whole life: that it has grown is known; otherwise the buckets' bound must do.
        var bound = difference.Layout.LastOrDefault(bucket => bucket.Count > 0).Upper;
        var max = Max > earlier.Max ? Max : Math.Min(bound, Max ?? bound);
        return difference with
        {
            Count = Count - earlier.Count,
            Sum = Sum - earlier.Sum,
            Min = null,
            Max = Count > earlier.Count ? max : null,
        };
    }

    /// <summary>The bucket counts less those of <paramref name="earlier"/>; null if the layouts do not fit.</summary>
    protected abstract Histogram? Difference(Histogram earlier);

    /// <summary>The lesser of two minima, of which either may be unknown.</summary>
    protected static double? Lesser(double? a, double? b) => a is null || b is null ? null : Math.Min(a.Value, b.Value);

    /// <summary>The greater of two maxima, of which either may be unknown.</summary>
    protected static double? Greater(double? a, double? b) => a is null || b is null ? null : Math.Max(a.Value, b.Value);

    /// <summary>An open bucket shrinks to its one known end.</summary>
    private static Bucket Finite(double lower, double upper, double count) => (double.IsFinite(lower), double.IsFinite(upper)) switch
    {
        (true, true) => new(lower, upper, count),
        (true, false) => new(lower, lower, count),
        (false, true) => new(upper > 0 ? 0 : upper, upper, count),
        _ => new(0, 0, count),
    };
}
