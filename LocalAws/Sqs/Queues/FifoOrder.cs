namespace LocalAws.Sqs.Queues;

/// <summary>
/// Strict order within each message group. A receive takes as many messages as it can of one group before it turns to the
/// next, and no other receive gets messages of a group of which any is in flight. Source: Amazon SQS Developer Guide,
/// "FIFO queue delivery logic".
/// </summary>
internal sealed class FifoOrder : ReceiveOrder
{
    private readonly Dictionary<string, MessageGroup> _groups = new(StringComparer.Ordinal);
    private readonly LinkedList<MessageGroup> _ready = [];

    public override QueuedMessage? Next(QueuedMessage? taken) => taken?.Group?.FirstVisible ?? _ready.First?.Value.Messages.First;

    public override void Add(QueuedMessage message)
    {
        var id = message.Content.GroupId ?? "";
        if (!_groups.TryGetValue(id, out var group))
        {
            _groups[id] = group = new MessageGroup(id);
        }

        message.Group = group;
        group.Messages.AddLast(message);
        group.InFlight += message.State == MessageState.InFlight ? 1 : 0;
        Review(group);
    }

    public override void Change(QueuedMessage message, MessageState before, bool first)
    {
        var group = message.Group!;
        group.InFlight += (message.State == MessageState.InFlight ? 1 : 0) - (before == MessageState.InFlight ? 1 : 0);
        Review(group);
    }

    public override void Remove(QueuedMessage message)
    {
        var group = message.Group!;
        group.Messages.Remove(message);
        if (message.State == MessageState.InFlight)
        {
            group.InFlight--;
        }

        Review(group);
        if (group.Messages.IsEmpty)
        {
            _groups.Remove(group.Id);
        }
    }

    public override void Clear()
    {
        _groups.Clear();
        _ready.Clear();
    }

    private void Review(MessageGroup group)
    {
        var stands = group.Place.List is not null;
        if (group.IsReady && !stands)
        {
            _ready.AddLast(group.Place);
        }
        else if (!group.IsReady && stands)
        {
            _ready.Remove(group.Place);
        }
    }
}
