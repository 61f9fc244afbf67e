namespace LocalAws.EventBridge.Archives;

/// <summary>The events of one archive, the oldest first. Not thread-safe.</summary>
internal sealed class ArchiveContent
{
    private readonly Queue<ArchivedEvent> _events = new();
    private long _lastOrder;

    public int Count => _events.Count;

    /// <summary>What the events' envelopes have together.</summary>
    public long Bytes { get; private set; }

    public IEnumerable<ArchivedEvent> Events => _events;

    /// <summary>Adds an event, unless it is here or was.</summary>
    /// <param name="mostBytes">The oldest go until all fit into it.</param>
    public void Add(ArchivedEvent archived, long mostBytes)
    {
        if (archived.Order <= _lastOrder)
        {
            return;
        }

        _lastOrder = archived.Order;
        _events.Enqueue(archived);
        Bytes += archived.Json.Length;
        while (Bytes > mostBytes && _events.Count > 1)
        {
            RemoveOldest();
        }
    }

    /// <summary>Lets go of what is older.</summary>
    public void Expire(DateTimeOffset oldest)
    {
        while (_events.TryPeek(out var first) && first.At < oldest)
        {
            RemoveOldest();
        }
    }

    private void RemoveOldest() => Bytes -= _events.Dequeue().Json.Length;
}
