namespace LocalAws.Sqs.Queues;

/// <summary>A long poll that waits for messages. Touched only under the queue's lock.</summary>
internal sealed class ReceiveWaiter(long order, int maximum, TimeSpan visibilityTimeout) : Deadline(order)
{
    // Continuations run elsewhere: the queue completes a poll while it holds its lock.
    private readonly TaskCompletionSource<IReadOnlyList<ReceivedMessage>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Maximum { get; } = maximum;

    public TimeSpan VisibilityTimeout { get; } = visibilityTimeout;

    /// <summary>Its place in the line; null once it is answered or gone.</summary>
    public LinkedListNode<ReceiveWaiter>? Place { get; set; }

    public Task<IReadOnlyList<ReceivedMessage>> Answer => _answer.Task;

    public void Complete(IReadOnlyList<ReceivedMessage> messages) => _answer.SetResult(messages);

    public void Cancel(CancellationToken cancellationToken) => _answer.SetCanceled(cancellationToken);
}
