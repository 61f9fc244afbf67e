namespace LocalAws.Sqs.Queues;

/// <summary>What a receive came to.</summary>
/// <param name="Messages">The messages, none if the queue had none in time.</param>
/// <param name="OverLimit">The queue has as many messages in flight as it may have.</param>
internal sealed record ReceiveOutcome(IReadOnlyList<ReceivedMessage> Messages, bool OverLimit = false)
{
    /// <summary>No message.</summary>
    public static ReceiveOutcome Empty { get; } = new([]);
}
