namespace LoadGenerator.Runs;

/// <summary>
/// How late users were sent: the worst, exactly, and the 99th percentile to 2 %, in constant space. Any number of
/// threads may record.
/// </summary>
internal sealed class LagRecorder
{
    private const double SmallestMilliseconds = 0.01;
    private const double Growth = 1.02;

    /// <summary>Up to about 1.6 × 10⁷ ms, four hours; later ones fall into the last.</summary>
    private readonly long[] _buckets = new long[1_072];
    private double _max;

    public double MaxMilliseconds => Volatile.Read(ref _max);

    /// <summary>The upper end of the bucket that holds the 99th percentile; 0 when nothing was recorded.</summary>
    public double P99Milliseconds
    {
        get
        {
            var total = _buckets.Sum();
            var rank = (long)Math.Ceiling(total * 0.99);
            long seen = 0;
            for (var i = 0; i < _buckets.Length && total > 0; i++)
            {
                seen += Volatile.Read(ref _buckets[i]);
                if (seen >= rank)
                {
                    return Math.Min(MaxMilliseconds, SmallestMilliseconds * Math.Pow(Growth, i));
                }
            }

            return MaxMilliseconds;
        }
    }

    public void Record(TimeSpan lag)
    {
        var milliseconds = Math.Max(0, lag.TotalMilliseconds);
        var bucket = Math.Ceiling(Math.Log(Math.Max(SmallestMilliseconds, milliseconds) / SmallestMilliseconds, Growth));
        Interlocked.Increment(ref _buckets[(int)Math.Clamp(bucket, 0, _buckets.Length - 1)]);

        var max = Volatile.Read(ref _max);
        while (milliseconds > max)
        {
            var seen = Interlocked.CompareExchange(ref _max, milliseconds, max);
            if (seen == max)
            {
                return;
            }

            max = seen;
        }
    }
}
