using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>A message as one receive saw it.</summary>
internal sealed record ReceivedMessage(Guid Id, MessageContent Content, ReceiptHandle Handle, string SenderId, DateTimeOffset SentAt)
{
    /// <summary>How often the message was received, this time included.</summary>
    public required int ReceiveCount { get; init; }

    /// <summary>When it was received for the first time.</summary>
    public required DateTimeOffset FirstReceivedAt { get; init; }

    /// <summary>ARN of the queue that gave the message up, in a dead-letter queue.</summary>
    public string? DeadLetterSource { get; init; }
}
