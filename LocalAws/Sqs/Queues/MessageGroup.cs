namespace LocalAws.Sqs.Queues;

/// <summary>The messages of one group of a FIFO queue, whatever their state, in the order in which they were sent.</summary>
internal sealed class MessageGroup
{
    public MessageGroup(string id)
    {
        Id = id;
        Place = new LinkedListNode<MessageGroup>(this);
    }

    public string Id { get; }

    public MessageList Messages { get; } = new();

    /// <summary>How many of them are in flight: while there are any, the others wait.</summary>
    public int InFlight { get; set; }

    /// <summary>Its place among the groups that messages can be taken from.</summary>
    public LinkedListNode<MessageGroup> Place { get; }

    /// <summary>Whether a new receive may take from it.</summary>
    public bool IsReady => InFlight == 0 && Messages.First?.State == MessageState.Visible;

    /// <summary>The first message that is not in flight, if it is visible.</summary>
    public QueuedMessage? FirstVisible
    {
        get
        {
            var message = Messages.First;
            while (message?.State == MessageState.InFlight)
            {
                message = message.Next;
            }

            return message?.State == MessageState.Visible ? message : null;
        }
    }
}
