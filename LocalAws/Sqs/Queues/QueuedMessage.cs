using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>A message within a queue. Touched only under the queue's lock. All times are Unix milliseconds.</summary>
internal sealed class QueuedMessage(long order, Guid id, MessageContent content, string senderId, long sentAt) : Deadline(order)
{
    private MessagePast? _past;

    public Guid Id { get; } = id;

    public MessageContent Content { get; } = content;

    public string SenderId { get; } = senderId;

    /// <summary>When the message was first sent; it keeps this in a dead-letter queue, and retention counts from it.</summary>
    public long SentAt { get; } = sentAt;

    /// <summary>When it arrived in this queue; the age of the oldest message counts from it.</summary>
    public required long ArrivedAt
    {
        get => _past?.ArrivedAt ?? SentAt;
        init
        {
            if (value != SentAt)
            {
                Past.ArrivedAt = value;
            }
        }
    }

    /// <summary>ARN of the queue that gave the message up, in a dead-letter queue.</summary>
    public string? DeadLetterSource
    {
        get => _past?.DeadLetterSource;
        init
        {
            if (value is not null)
            {
                Past.DeadLetterSource = value;
            }
        }
    }

    public MessageState State { get; set; }

    public int ReceiveCount
    {
        get => _past?.ReceiveCount ?? 0;
        set
        {
            if (value != ReceiveCount)
            {
                Past.ReceiveCount = value;
            }
        }
    }

    /// <summary>0: it was not received yet.</summary>
    public long FirstReceivedAt
    {
        get => _past?.FirstReceivedAt ?? 0;
        set
        {
            if (value != FirstReceivedAt)
            {
                Past.FirstReceivedAt = value;
            }
        }
    }

    /// <summary>Number of the latest receipt handed out for it.</summary>
    public long Receipt
    {
        get => _past?.Receipt ?? 0;
        set
        {
            if (value != Receipt)
            {
                Past.Receipt = value;
            }
        }
    }

    /// <summary>When its current receive began: the limit of twelve hours counts from it.</summary>
    public long ReceivedAt
    {
        get => _past?.ReceivedAt ?? 0;
        set
        {
            if (value != ReceivedAt)
            {
                Past.ReceivedAt = value;
            }
        }
    }

    /// <summary>Its message group; null in a standard queue.</summary>
    public MessageGroup? Group { get; set; }

    /// <summary>The one before it in its <see cref="MessageList"/>.</summary>
    public QueuedMessage? Previous { get; set; }

    /// <summary>The one behind it in its <see cref="MessageList"/>.</summary>
    public QueuedMessage? Next { get; set; }

    private MessagePast Past => _past ??= new MessagePast { ArrivedAt = SentAt };
}
