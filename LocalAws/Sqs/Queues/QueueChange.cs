using System.Buffers;
using System.Text.Json.Serialization;
using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>A write to a queue.</summary>
[JsonDerivedType(typeof(Created), "created")]
[JsonDerivedType(typeof(Configured), "configured")]
[JsonDerivedType(typeof(Tagged), "tagged")]
[JsonDerivedType(typeof(Deleted), "deleted")]
[JsonDerivedType(typeof(Purged), "purged")]
[JsonDerivedType(typeof(Sent), "sent")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Hidden), "hidden")]
[JsonDerivedType(typeof(Removed), "removed")]
internal abstract record QueueChange(QueueKey Queue) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Queues;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, QueueChangeJson.Default.QueueChange);

    internal sealed record Created(QueueKey Queue, DateTimeOffset At) : QueueChange(Queue);

    internal sealed record Configured(QueueKey Queue, IReadOnlyDictionary<string, string> Attributes, DateTimeOffset At)
        : QueueChange(Queue);

    internal sealed record Tagged(QueueKey Queue, IReadOnlyDictionary<string, string> Tags) : QueueChange(Queue);

    internal sealed record Deleted(QueueKey Queue) : QueueChange(Queue);

    internal sealed record Purged(QueueKey Queue, DateTimeOffset At) : QueueChange(Queue);

    internal sealed record Sent(
        QueueKey Queue, long Order, Guid Id, MessageContent Content, string SenderId, DateTimeOffset SentAt, DateTimeOffset VisibleAt)
        : QueueChange(Queue)
    {
        /// <summary>In a dead-letter queue: the receives that it had before.</summary>
        public int ReceiveCount { get; init; }

        /// <summary>In a dead-letter queue: ARN of the queue that it came from.</summary>
        public string? DeadLetterSource { get; init; }
    }

    internal sealed record Received(QueueKey Queue, long Order, long Receipt, DateTimeOffset At, DateTimeOffset VisibleAt)
        : QueueChange(Queue);

    internal sealed record Returned(QueueKey Queue, long Order) : QueueChange(Queue);

    internal sealed record Hidden(QueueKey Queue, long Order, DateTimeOffset VisibleAt) : QueueChange(Queue);

    internal sealed record Removed(QueueKey Queue, long Order) : QueueChange(Queue);
}

/// <summary>The queues' changes as JSON.</summary>
[JsonSerializable(typeof(QueueChange))]
internal sealed partial class QueueChangeJson : JsonSerializerContext;
