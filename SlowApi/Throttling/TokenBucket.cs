using System.Threading.RateLimiting;

namespace SlowApi.Throttling;

/// <summary>
/// A token bucket that refills continuously: at any instant it holds the permits of the time gone by, without a timer
/// that would add them in portions. Callers are admitted or refused at once; nobody queues.
/// </summary>
/// <remarks>
/// The level is computed from the last instant at which the bucket was full, not carried from call to call, so that no
/// rounding error can add up.
/// </remarks>
/// <param name="rate">Permits a second, until <see cref="Change"/>.</param>
/// <param name="burst">Permits that the bucket holds at most; it starts full.</param>
internal sealed class TokenBucket(double rate, int burst, TimeProvider clock) : RateLimiter
{
    private readonly Lock _lock = new();
    private double _rate = rate;
    private int _burst = burst;
    private long _fullAt = clock.GetTimestamp();

    /// <summary>Whole permits, but for what was missing when the limit last changed.</summary>
    private double _takenSince;
    private long _successes;
    private long _failures;

    /// <summary>Null: a bucket stays for as long as its key exists.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>Permits in the bucket now, fractions included.</summary>
    public double Level
    {
        get
        {
            lock (_lock)
            {
                return Refill();
            }
        }
    }

    /// <summary>Sets another limit from now on: what is in the bucket stays in it, as far as there is room.</summary>
    public void Change(double permitsPerSecond, int mostPermits)
    {
        lock (_lock)
        {
            var level = Math.Min(Refill(), mostPermits);
            (_rate, _burst) = (permitsPerSecond, mostPermits);
            (_fullAt, _takenSince) = (clock.GetTimestamp(), mostPermits - level);
        }
    }

    public override RateLimiterStatistics GetStatistics() => new()
    {
        CurrentAvailablePermits = (long)Level,
        TotalSuccessfulLeases = Interlocked.Read(ref _successes),
        TotalFailedLeases = Interlocked.Read(ref _failures),
    };

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, Volatile.Read(ref _burst));
        double missing, rateNow;
        lock (_lock)
        {
            rateNow = _rate;
            // Asking for no permit asks whether there is one (RateLimiter.AttemptAcquire).
            missing = Math.Max(permitCount, 1) - Refill();
            if (missing <= 0)
            {
                _takenSince += permitCount;
                _successes++;
                return BucketLease.Acquired;
            }

            _failures++;
        }

        return BucketLease.Refused(TimeSpan.FromSeconds(missing / rateNow));
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));

    private double Refill()
    {
        var now = clock.GetTimestamp();
        var refilled = (now - _fullAt) * _rate / clock.TimestampFrequency;
        if (refilled >= _takenSince)
        {
            _fullAt = now;
            _takenSince = 0;
            return _burst;
        }

        return _burst + refilled - _takenSince;
    }
}
