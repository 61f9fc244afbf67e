namespace LocalAws.Sqs.Queues;

/// <summary>
/// In which order messages are received. It is told of every change of a message's <see cref="QueuedMessage.State"/>,
/// after the change.
/// </summary>
internal abstract class ReceiveOrder
{
    /// <summary>The message to be received next; null: there is none now.</summary>
    /// <param name="taken">The one that the same receive took just before.</param>
    public abstract QueuedMessage? Next(QueuedMessage? taken);

    /// <summary>A new message, in whatever state.</summary>
    public abstract void Add(QueuedMessage message);

    /// <summary>A message has another state than before; one that is visible now stands behind the others or, if order allows, before them.</summary>
    public abstract void Change(QueuedMessage message, MessageState before, bool first);

    /// <summary>A message leaves the queue; it has the state that it had.</summary>
    public abstract void Remove(QueuedMessage message);

    public abstract void Clear();
}
