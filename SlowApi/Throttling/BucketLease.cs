using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace SlowApi.Throttling;

/// <summary>A bucket's answer; a refusal knows when the next permit will be there.</summary>
internal sealed class BucketLease : RateLimitLease
{
    private readonly TimeSpan? _retryAfter;

    private BucketLease(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    public static BucketLease Acquired { get; } = new(null);

    public override bool IsAcquired => _retryAfter is null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public static BucketLease Refused(TimeSpan retryAfter) => new(retryAfter);

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? _retryAfter : null;
        return metadata is not null;
    }
}
