using System.Globalization;
using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>What a FIFO queue remembers beside its messages: what was sent and how it was received, for five minutes.</summary>
internal sealed class FifoMemory
{
    private readonly DeduplicationWindow _sent = new();

    /// <summary>The receives that may be repeated.</summary>
    public ReceiveAttempts Attempts { get; } = new();

    /// <summary>The messages that duplicates are known by.</summary>
    public IEnumerable<(DeduplicationKey Key, Guid Id, long Order, long SentAt)> Sent => _sent.All;

    /// <summary>The number of a message, ever larger within a queue; of 20 digits, as SQS's are.</summary>
    public static string SequenceNumber(long order) => string.Create(CultureInfo.InvariantCulture, $"1885{order:D16}");

    /// <summary>The message that <paramref name="content"/> is a duplicate of; null: it is none.</summary>
    public (Guid Id, long Order)? FindDuplicate(QueueSettings settings, MessageContent content, long now) =>
        KeyOf(settings, content) is { } key && _sent.TryFind(key, now, out var id, out var order) ? (id.Value, order) : null;

    /// <summary>Remembers a message by its deduplication id, if it has one.</summary>
    public void Remember(QueueSettings settings, QueuedMessage message)
    {
        if (KeyOf(settings, message.Content) is { } key)
        {
            _sent.Add(key, message.Id, message.Order, message.SentAt);
        }
    }

    public void Remember(DeduplicationKey key, Guid id, long order, long sentAt) => _sent.Add(key, id, order, sentAt);

    public void Clear()
    {
        _sent.Clear();
        Attempts.Clear();
    }

    private static DeduplicationKey? KeyOf(QueueSettings settings, MessageContent content) => content.DeduplicationId is { } id
        ? new DeduplicationKey(settings.DeduplicatesByGroup ? content.GroupId : null, id)
        : null;
}
