using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>A message within a queue. Touched only under the queue's lock. All times are Unix milliseconds.</summary>
internal sealed class QueuedMessage(long order, Guid id, MessageContent content, string senderId, long sentAt) : Deadline(order)
{
    public Guid Id { get; } = id;

    public MessageContent Content { get; } = content;

    public string SenderId { get; } = senderId;

    /// <summary>When the message was first sent; it keeps this in a dead-letter queue, and retention counts from it.</summary>
    public long SentAt { get; } = sentAt;

    /// <summary>When it arrived in this queue; the age of the oldest message counts from it.</summary>
    public required long ArrivedAt { get; init; }

    /// <summary>ARN of the queue that gave the message up, in a dead-letter queue.</summary>
    public string? DeadLetterSource { get; init; }

    public MessageState State { get; set; }

    public int ReceiveCount { get; set; }

    /// <summary>0: it was not received yet.</summary>
    public long FirstReceivedAt { get; set; }

    /// <summary>Number of the latest receipt handed out for it.</summary>
    public long Receipt { get; set; }

    /// <summary>When its current receive began: the limit of twelve hours counts from it.</summary>
    public long ReceivedAt { get; set; }

    /// <summary>Its message group; null in a standard queue.</summary>
    public MessageGroup? Group { get; set; }

    /// <summary>The one before it in its <see cref="MessageList"/>.</summary>
    public QueuedMessage? Previous { get; set; }

    /// <summary>The one behind it in its <see cref="MessageList"/>.</summary>
    public QueuedMessage? Next { get; set; }
}
