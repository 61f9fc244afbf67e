using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// The messages of a queue and where each stands: by order of arrival, in the order they are to be received in, and by
/// due time. No operation costs more than the logarithm of their number. Not thread-safe: the queue locks.
/// </summary>
internal sealed class QueueContents(Schedule schedule, ReceiveOrder order)
{
    private readonly MessageIndex _index = new();

    /// <summary>The message that has been here longest.</summary>
    public QueuedMessage? Oldest => _index.Oldest;

    public int Count => _index.Count;

    public int Visible { get; private set; }

    public int InFlight { get; private set; }

    public int Delayed => Count - Visible - InFlight;

    /// <summary>All messages by order of arrival.</summary>
    public IEnumerable<QueuedMessage> All => _index.All;

    public bool TryFind(long messageOrder, [NotNullWhen(true)] out QueuedMessage? message) => _index.TryFind(messageOrder, out message);

    /// <summary>The message to be received next; <paramref name="taken"/> is the one that the same receive took just before.</summary>
    public QueuedMessage? Next(QueuedMessage? taken) => order.Next(taken);

    /// <summary>Takes a new message in, in a state that lasts until <paramref name="until"/> (Unix milliseconds).</summary>
    public void Add(QueuedMessage message, MessageState state, long until)
    {
        _index.Add(message);
        message.State = state;
        Tally(state, 1);
        order.Add(message);
        schedule.Set(message, until);
    }

    /// <summary>A message is visible until it expires, behind the others or before them.</summary>
    public void Show(QueuedMessage message, long expiresAt, bool first = false)
    {
        Change(message, MessageState.Visible, first);
        schedule.Set(message, expiresAt);
    }

    /// <summary>A message is in flight until <paramref name="visibleAt"/>.</summary>
    public void Hide(QueuedMessage message, long visibleAt)
    {
        Change(message, MessageState.InFlight);
        schedule.Set(message, visibleAt);
    }

    /// <summary>A message leaves for another queue: hidden until it is removed or shown again.</summary>
    public void Withhold(QueuedMessage message)
    {
        Change(message, MessageState.InFlight);
        schedule.Remove(message);
    }

    public void Remove(QueuedMessage message)
    {
        schedule.Remove(message);
        order.Remove(message);
        Tally(message.State, -1);
        _index.Remove(message);
    }

    public void Clear()
    {
        foreach (var message in _index.All)
        {
            schedule.Remove(message);
        }

        order.Clear();
        _index.Clear();
        Visible = InFlight = 0;
    }

    /// <summary>Applies a new retention period (milliseconds) to the visible messages; the hidden ones get it when they are shown.</summary>
    public void Reschedule(long retention)
    {
        foreach (var message in _index.All.Where(static message => message.State == MessageState.Visible))
        {
            schedule.Set(message, message.SentAt + retention);
        }
    }

    private void Change(QueuedMessage message, MessageState state, bool first = false)
    {
        var before = message.State;
        if (before != state)
        {
            message.State = state;
            Tally(before, -1);
            Tally(state, 1);
            order.Change(message, before, first);
        }
    }

    private void Tally(MessageState state, int change)
    {
        Visible += state == MessageState.Visible ? change : 0;
        InFlight += state == MessageState.InFlight ? change : 0;
    }
}
