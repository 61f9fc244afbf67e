namespace LocalAws.Sqs.Queues;

/// <summary>A long poll that waits for messages. Touched only under the queue's lock.</summary>
internal sealed class ReceiveWaiter(long order, ReceiveRequest request) : Deadline(order)
{
    // Continuations run elsewhere: the queue completes a poll while it holds its lock.
    private readonly TaskCompletionSource<ReceivedMessage[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReceiveRequest Request { get; } = request;

    /// <summary>Its place in the line; null once it is answered or gone.</summary>
    public LinkedListNode<ReceiveWaiter>? LinePlace { get; set; }

    public Task<ReceivedMessage[]> Answer => _answer.Task;

    public void Complete(ReceivedMessage[] messages) => _answer.SetResult(messages);

    public void Cancel(CancellationToken cancellationToken) => _answer.SetCanceled(cancellationToken);
}
