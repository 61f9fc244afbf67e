using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// What a FIFO queue took in the last five minutes, by deduplication id: sending it again is acknowledged, and adds nothing.
/// Source: Amazon SQS Developer Guide, "Exactly-once processing in Amazon SQS". Times are Unix milliseconds.
/// </summary>
internal sealed class DeduplicationWindow
{
    private const long Interval = 5 * 60 * 1000;

    private readonly Dictionary<DeduplicationKey, Entry> _entries = [];
    private readonly Queue<(DeduplicationKey Key, long ExpiresAt)> _expiries = [];

    /// <summary>What is remembered, oldest first.</summary>
    public IEnumerable<(DeduplicationKey Key, Guid Id, long Order, long SentAt)> All => _expiries
        .Where(expiry => _entries.TryGetValue(expiry.Key, out var entry) && entry.ExpiresAt == expiry.ExpiresAt)
        .Select(expiry => (expiry.Key, _entries[expiry.Key].Id, _entries[expiry.Key].Order, expiry.ExpiresAt - Interval));

    /// <summary>Remembers a message.</summary>
    public void Add(DeduplicationKey key, Guid id, long order, long sentAt)
    {
        _entries[key] = new Entry(id, order, sentAt + Interval);
        _expiries.Enqueue((key, sentAt + Interval));
    }

    /// <summary>The message that was sent with this id less than five minutes ago.</summary>
    public bool TryFind(DeduplicationKey key, long now, [NotNullWhen(true)] out Guid? id, out long order)
    {
        while (_expiries.TryPeek(out var oldest) && oldest.ExpiresAt <= now)
        {
            _expiries.Dequeue();
            if (_entries.TryGetValue(oldest.Key, out var stale) && stale.ExpiresAt == oldest.ExpiresAt)
            {
                _entries.Remove(oldest.Key);
            }
        }

        var found = _entries.TryGetValue(key, out var entry) && entry.ExpiresAt > now;
        id = found ? entry.Id : null;
        order = entry.Order;
        return found;
    }

    public void Clear()
    {
        _entries.Clear();
        _expiries.Clear();
    }

    private readonly record struct Entry(Guid Id, long Order, long ExpiresAt);
}
