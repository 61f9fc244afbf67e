namespace LocalAws.Sqs.Queues;

/// <summary>Best-effort order: as messages became visible.</summary>
internal sealed class StandardOrder : ReceiveOrder
{
    private readonly MessageList _visible = new();

    public override QueuedMessage? Next(QueuedMessage? taken) => _visible.First;

    public override void Add(QueuedMessage message)
    {
        if (message.State == MessageState.Visible)
        {
            _visible.AddLast(message);
        }
    }

    public override void Change(QueuedMessage message, MessageState before, bool first)
    {
        if (before == MessageState.Visible)
        {
            _visible.Remove(message);
        }

        if (message.State == MessageState.Visible)
        {
            if (first)
            {
                _visible.AddFirst(message);
            }
            else
            {
                _visible.AddLast(message);
            }
        }
    }

    public override void Remove(QueuedMessage message)
    {
        if (message.State == MessageState.Visible)
        {
            _visible.Remove(message);
        }
    }

    public override void Clear() => _visible.Clear();
}
