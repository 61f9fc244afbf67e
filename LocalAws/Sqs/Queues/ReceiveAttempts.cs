namespace LocalAws.Sqs.Queues;

/// <summary>
/// The receives of a FIFO queue that may be repeated by their attempt id for five minutes. Source: API_ReceiveMessage,
/// ReceiveRequestAttemptId. Times are Unix milliseconds.
/// </summary>
internal sealed class ReceiveAttempts
{
    private const long Interval = 5 * 60 * 1000;

    private readonly Dictionary<string, (ReceivedMessage[] Messages, long ExpiresAt)> _attempts = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, long ExpiresAt)> _expiries = [];

    public void Add(string id, ReceivedMessage[] messages, long now)
    {
        _attempts[id] = (messages, now + Interval);
        _expiries.Enqueue((id, now + Interval));
    }

    /// <summary>What the receive of this id got; null: there was none, or it is too long ago.</summary>
    public ReceivedMessage[]? Find(string id, long now)
    {
        while (_expiries.TryPeek(out var oldest) && oldest.ExpiresAt <= now)
        {
            _expiries.Dequeue();
            if (_attempts.TryGetValue(oldest.Id, out var stale) && stale.ExpiresAt == oldest.ExpiresAt)
            {
                _attempts.Remove(oldest.Id);
            }
        }

        return _attempts.TryGetValue(id, out var attempt) ? attempt.Messages : null;
    }

    public void Clear()
    {
        _attempts.Clear();
        _expiries.Clear();
    }
}
