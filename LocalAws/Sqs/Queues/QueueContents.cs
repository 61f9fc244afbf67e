using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// The messages of a queue and where each stands: by arrival, visible in the order they are to be received in, and by
/// due time. No operation costs more than the logarithm of their number. Not thread-safe: the queue locks.
/// </summary>
internal sealed class QueueContents(Schedule schedule)
{
    private readonly Dictionary<long, QueuedMessage> _byOrder = [];
    private readonly LinkedList<QueuedMessage> _all = [];
    private readonly LinkedList<QueuedMessage> _visible = [];

    /// <summary>The message that is to be received next.</summary>
    public QueuedMessage? FirstVisible => _visible.First?.Value;

    /// <summary>The message that has been here longest.</summary>
    public QueuedMessage? Oldest => _all.First?.Value;

    public int Count => _all.Count;

    public int Visible => _visible.Count;

    public int InFlight { get; private set; }

    public int Delayed => Count - Visible - InFlight;

    public bool TryFind(long order, [NotNullWhen(true)] out QueuedMessage? message) => _byOrder.TryGetValue(order, out message);

    /// <summary>Takes a new message in, hidden until <paramref name="visibleAt"/>.</summary>
    public void AddDelayed(QueuedMessage message, DateTimeOffset visibleAt)
    {
        Add(message);
        message.State = MessageState.Delayed;
        schedule.Add(message, visibleAt);
    }

    /// <summary>Takes a new message in, visible at once.</summary>
    public void AddVisible(QueuedMessage message, DateTimeOffset expiresAt)
    {
        Add(message);
        Enqueue(message, expiresAt, first: false);
    }

    /// <summary>A hidden message becomes visible, behind the others or before them.</summary>
    public void Show(QueuedMessage message, DateTimeOffset expiresAt, bool first = false)
    {
        if (message.State == MessageState.InFlight)
        {
            InFlight--;
        }

        schedule.Remove(message);
        Enqueue(message, expiresAt, first);
    }

    /// <summary>A message is in flight until <paramref name="visibleAt"/>.</summary>
    public void Hide(QueuedMessage message, DateTimeOffset visibleAt)
    {
        schedule.Remove(message);
        if (message.State != MessageState.InFlight)
        {
            Dequeue(message);
            message.State = MessageState.InFlight;
            InFlight++;
        }

        schedule.Add(message, visibleAt);
    }

    public void Remove(QueuedMessage message)
    {
        schedule.Remove(message);
        if (message.State == MessageState.InFlight)
        {
            InFlight--;
        }

        Dequeue(message);
        _byOrder.Remove(message.Order);
        _all.Remove(message.Place!);
    }

    public void Clear()
    {
        foreach (var message in _all)
        {
            schedule.Remove(message);
        }

        _byOrder.Clear();
        _all.Clear();
        _visible.Clear();
        InFlight = 0;
    }

    /// <summary>Applies a new retention period to the visible messages; the hidden ones get it when they are shown.</summary>
    public void Reschedule(TimeSpan retention)
    {
        foreach (var message in _visible)
        {
            schedule.Remove(message);
            schedule.Add(message, message.SentAt + retention);
        }
    }

    private void Add(QueuedMessage message)
    {
        _byOrder.Add(message.Order, message);
        message.Place = _all.AddLast(message);
    }

    private void Enqueue(QueuedMessage message, DateTimeOffset expiresAt, bool first)
    {
        message.State = MessageState.Visible;
        message.VisiblePlace = first ? _visible.AddFirst(message) : _visible.AddLast(message);
        schedule.Add(message, expiresAt);
    }

    private void Dequeue(QueuedMessage message)
    {
        if (message.VisiblePlace is { } place)
        {
            _visible.Remove(place);
            message.VisiblePlace = null;
        }
    }
}
