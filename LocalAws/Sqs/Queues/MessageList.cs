namespace LocalAws.Sqs.Queues;

/// <summary>Messages one behind the other; the links are in the messages, each of which is in one list at most.</summary>
internal sealed class MessageList
{
    public QueuedMessage? First { get; private set; }

    public QueuedMessage? Last { get; private set; }

    public bool IsEmpty => First is null;

    public void AddLast(QueuedMessage message)
    {
        message.Previous = Last;
        message.Next = null;
        if (Last is null)
        {
            First = message;
        }
        else
        {
            Last.Next = message;
        }

        Last = message;
    }

    public void AddFirst(QueuedMessage message)
    {
        message.Next = First;
        message.Previous = null;
        if (First is null)
        {
            Last = message;
        }
        else
        {
            First.Previous = message;
        }

        First = message;
    }

    /// <summary>Takes out a message that is in this list.</summary>
    public void Remove(QueuedMessage message)
    {
        if (message.Previous is null)
        {
            First = message.Next;
        }
        else
        {
            message.Previous.Next = message.Next;
        }

        if (message.Next is null)
        {
            Last = message.Previous;
        }
        else
        {
            message.Next.Previous = message.Previous;
        }

        message.Previous = message.Next = null;
    }

    public void Clear() => First = Last = null;
}
