namespace Dashboard.Telemetry.Metrics;

/// <summary>Neighbouring buckets of an exponential histogram; the first has index <paramref name="Offset"/>.</summary>
internal sealed record BucketRun(int Offset, IReadOnlyList<double> Counts)
{
    /// <summary>No bucket.</summary>
    public static BucketRun Empty { get; } = new(0, []);

    /// <summary>The first and the last index in buckets 2^<paramref name="by"/> times as coarse.</summary>
    public (int First, int Last) RangeAt(int by) => (Shift(Offset, by), Shift(Offset + Counts.Count - 1, by));

    /// <summary>The same values in buckets 2^<paramref name="by"/> times as coarse.</summary>
    public BucketRun Coarser(int by)
    {
        if (by == 0 || Counts.Count == 0)
        {
            return this;
        }

        var (offset, last) = RangeAt(by);
        var counts = new double[last - offset + 1];
        for (var i = 0; i < Counts.Count; i++)
        {
            counts[Shift(Offset + i, by) - offset] += Counts[i];
        }

        return new(offset, counts);
    }

    /// <summary>Adds another run's counts, each times <paramref name="sign"/>; none falls below 0.</summary>
    public BucketRun Combine(BucketRun other, int sign)
    {
        if (other.Counts.Count == 0)
        {
            return this;
        }

        var first = Counts.Count == 0 ? other.Offset : Math.Min(Offset, other.Offset);
        var end = Counts.Count == 0 ? other.Offset + other.Counts.Count : Math.Max(Offset + Counts.Count, other.Offset + other.Counts.Count);
        var counts = new double[end - first];
        for (var i = 0; i < Counts.Count; i++)
        {
            counts[Offset + i - first] = Counts[i];
        }

        for (var i = 0; i < other.Counts.Count; i++)
        {
            ref var count = ref counts[other.Offset + i - first];
            count = Math.Max(0, count + (sign * other.Counts[i]));
        }

        return new(first, counts);
    }

    private static int Shift(int index, int by) => index >> Math.Min(by, 31);
}
