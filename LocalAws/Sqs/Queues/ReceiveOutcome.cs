namespace LocalAws.Sqs.Queues;

/// <summary>What a receive came to.</summary>
/// <param name="Messages">The messages, none if the queue had none in time.</param>
/// <param name="OverLimit">A receive that would not wait found as many messages in flight as the queue may have.</param>
internal readonly record struct ReceiveOutcome(ReceivedMessage[] Messages, bool OverLimit);
