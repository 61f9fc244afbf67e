using System.Threading.RateLimiting;
using Scenarios.Settings;

namespace SlowApi.Throttling;

/// <summary>
/// The limit of each key, as an API Gateway usage plan has it. There is one bucket a key that exists, made at the
/// start: what a caller sends cannot make more of them.
/// </summary>
internal sealed class UsagePlan(SlowApiSettings settings, int keys, TimeProvider clock)
{
    private readonly TokenBucket[] _buckets =
        [.. Enumerable.Range(0, keys).Select(_ => new TokenBucket(settings.RateLimit, settings.BurstLimit, clock))];

    /// <summary>Permits in the fullest bucket now.</summary>
    public double FullestLevel => _buckets.Max(static bucket => bucket.Level);

    public RateLimitPartition<int> PartitionOf(int key) => RateLimitPartition.Get(key, index => _buckets[index]);
}
