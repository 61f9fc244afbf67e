using System.Threading.RateLimiting;
using Scenarios.Settings;

namespace SlowApi.Throttling;

/// <summary>
/// The limit of each key, as an API Gateway usage plan has it. There is one bucket a key that exists, made at the
/// start: what a caller sends cannot make more of them.
/// </summary>
internal sealed class UsagePlan
{
    private readonly TokenBucket[] _buckets;

    /// <summary>Makes the buckets, which follow the settings' limits.</summary>
    public UsagePlan(LiveSettings settings, int keys, TimeProvider clock)
    {
        var limits = settings.Current.SlowApi;
        _buckets = [.. Enumerable.Range(0, keys).Select(_ => new TokenBucket(limits.RateLimit, limits.BurstLimit, clock))];
        settings.Changed += changed => Array.ForEach(_buckets, bucket => bucket.Change(changed.SlowApi.RateLimit, changed.SlowApi.BurstLimit));
    }

    /// <summary>Permits in the fullest bucket now.</summary>
    public double FullestLevel => _buckets.Max(static bucket => bucket.Level);

    public RateLimitPartition<int> PartitionOf(int key) => RateLimitPartition.Get(key, index => _buckets[index]);
}
