using System.Buffers;
using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>A write to a queue. It says what is so from now on; times are Unix milliseconds.</summary>
/// <param name="Queue">The queue's number, <see cref="QueueIdentity.Id"/>.</param>
internal abstract record QueueChange(long Queue) : StateChange
{
    public override StatePartId Part => StatePartId.Queues;

    public override void Encode(IBufferWriter<byte> target) => QueueChangeCodec.Write(target, this);

    internal sealed record Created(long Queue, QueueKey Key, long At) : QueueChange(Queue);

    internal sealed record Configured(long Queue, IReadOnlyDictionary<string, string> Attributes, long At) : QueueChange(Queue);

    internal sealed record Tagged(long Queue, IReadOnlyDictionary<string, string> Tags) : QueueChange(Queue);

    internal sealed record Deleted(long Queue, QueueKey Key, long At) : QueueChange(Queue);

    internal sealed record Purged(long Queue, long At) : QueueChange(Queue);

    internal sealed record Sent(
        long Queue, long Order, Guid Id, MessageContent Content, string SenderId, long SentAt, long ArrivedAt, long VisibleAt)
        : QueueChange(Queue)
    {
        /// <summary>The receives that it had, in a dead-letter queue also those before.</summary>
        public int ReceiveCount { get; init; }

        public long FirstReceivedAt { get; init; }

        /// <summary>Number of the latest receipt; 0: it is not in flight.</summary>
        public long Receipt { get; init; }

        public long ReceivedAt { get; init; }

        /// <summary>In a dead-letter queue: ARN of the queue that it came from.</summary>
        public string? DeadLetterSource { get; init; }

        /// <summary>A message as it stands in its queue.</summary>
        public static Sent Of(long queue, QueuedMessage message) =>
            Of(queue, message, message.State == MessageState.Visible ? 0 : message.DueAt);

        /// <param name="visibleAt">When it is or was to be visible.</param>
        public static Sent Of(long queue, QueuedMessage message, long visibleAt) => new(
            queue,
            message.Order,
            message.Id,
            message.Content,
            message.SenderId,
            message.SentAt,
            message.ArrivedAt,
            visibleAt)
        {
            ReceiveCount = message.ReceiveCount,
            FirstReceivedAt = message.FirstReceivedAt,
            Receipt = message.State == MessageState.InFlight ? message.Receipt : 0,
            ReceivedAt = message.ReceivedAt,
            DeadLetterSource = message.DeadLetterSource,
        };

        public QueuedMessage ToMessage() => new(Order, Id, Content, SenderId, SentAt)
        {
            ArrivedAt = ArrivedAt,
            ReceiveCount = ReceiveCount,
            FirstReceivedAt = FirstReceivedAt,
            Receipt = Receipt,
            ReceivedAt = ReceivedAt,
            DeadLetterSource = DeadLetterSource,
        };
    }

    internal sealed record Received(long Queue, long Order, long Receipt, long At, long VisibleAt) : QueueChange(Queue)
    {
        public required int ReceiveCount { get; init; }

        public required long FirstReceivedAt { get; init; }
    }

    /// <summary>A receive was undone: the message is visible.</summary>
    internal sealed record Returned(long Queue, long Order, int ReceiveCount, long FirstReceivedAt, long At) : QueueChange(Queue);

    internal sealed record Hidden(long Queue, long Order, long VisibleAt) : QueueChange(Queue);

    internal sealed record Removed(long Queue, long Order) : QueueChange(Queue);

    /// <summary>A FIFO queue knows duplicates of a message that it may not have any more.</summary>
    internal sealed record Remembered(long Queue, DeduplicationKey Key, Guid Message, long Order, long SentAt) : QueueChange(Queue);

    /// <summary>How far the queue has counted, and when it was purged (0: never).</summary>
    internal sealed record Counted(long Queue, long Orders, long Receipts, long PurgedAt) : QueueChange(Queue);
}
