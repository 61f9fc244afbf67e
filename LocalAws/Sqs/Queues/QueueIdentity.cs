namespace LocalAws.Sqs.Queues;

/// <summary>What a queue is known by, from its creation on.</summary>
/// <param name="Id">Its number in the log, never given anew.</param>
/// <param name="CreatedAt">Unix milliseconds.</param>
internal sealed record QueueIdentity(long Id, QueueKey Key, long CreatedAt)
{
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    /// <summary>The queue's ARN.</summary>
    public string Arn { get; } = Key.Arn;

    /// <summary>What its receipt handles are known by: a queue made anew under an old name does not know the old one's.</summary>
    public ulong Tag { get; } = Key.Arn.Aggregate(
        unchecked((FnvOffset ^ (ulong)CreatedAt) * FnvPrime), static (hash, letter) => unchecked((hash ^ letter) * FnvPrime));
}
