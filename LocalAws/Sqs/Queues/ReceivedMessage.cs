using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>A message as one receive saw it. Times are Unix milliseconds.</summary>
internal readonly record struct ReceivedMessage(Guid Id, MessageContent Content, ReceiptHandle Handle, string SenderId, long SentAt)
{
    /// <summary>How often the message was received, this time included.</summary>
    public required int ReceiveCount { get; init; }

    /// <summary>When it was received for the first time.</summary>
    public required long FirstReceivedAt { get; init; }

    /// <summary>ARN of the queue that gave the message up, in a dead-letter queue.</summary>
    public string? DeadLetterSource { get; init; }

    /// <summary>Its number in a FIFO queue; null: the queue is none.</summary>
    public string? SequenceNumber { get; init; }
}
