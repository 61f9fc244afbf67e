using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// A queue: its rules behind a lock, on a clock. The timer runs only while a poll waits, for the next moment at which that
/// poll could be served or must be told that there is nothing.
/// </summary>
internal sealed class Queue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly QueueIdentity _identity;
    private readonly QueueCore _core;
    private readonly ITimer _timer;
    private long? _armedFor;
    private long _sent;
    private long _received;
    private long _deleted;
    private bool _closed;

    /// <param name="findQueue">Finds a queue by its ARN: the dead-letter queue, when it is needed.</param>
    public Queue(QueueIdentity identity, QueueSettings settings, TimeProvider clock, IStateLog log, Func<string, Queue?> findQueue)
    {
        _identity = identity;
        _clock = clock;
        _core = new QueueCore(identity, settings, log, findQueue);
        _timer = clock.CreateTimer(static queue => ((Queue)queue!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        LastModifiedAt = CreatedAt;
    }

    public QueueKey Key => _identity.Key;

    /// <summary>The queue's number in the log.</summary>
    public long Id => _identity.Id;

    /// <summary>The queue's ARN.</summary>
    public string Arn => _identity.Arn;

    /// <summary>What its receipt handles are known by.</summary>
    public ulong Tag => _identity.Tag;

    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(_identity.CreatedAt);

    public DateTimeOffset LastModifiedAt { get; private set; }

    public QueueSettings Settings => _core.Settings;

    /// <summary>Whether the queue was deleted.</summary>
    public bool IsClosed => Volatile.Read(ref _closed);

    /// <summary>Messages sent, handed out and deleted since the process began.</summary>
    public (long Sent, long Received, long Deleted) Totals =>
        (Interlocked.Read(ref _sent), Interlocked.Read(ref _received), Interlocked.Read(ref _deleted));

    /// <summary>Takes a message; null if the queue was deleted meanwhile.</summary>
    /// <param name="delay">Null: the queue's own.</param>
    public SentMessage? Send(MessageContent content, string senderId, TimeSpan? delay = null)
    {
        if (!TryEnter(out var now))
        {
            return null;
        }

        try
        {
            _sent++;
            return _core.Send(MessageIds.Next(), content, senderId, delay, now);
        }
        finally
        {
            Leave(now);
        }
    }

    /// <summary>Takes several messages, one behind the other; false if the queue was deleted meanwhile.</summary>
    /// <param name="sent">What became of each.</param>
    public bool TrySend(ReadOnlySpan<MessageContent> contents, string senderId, Span<SentMessage> sent)
    {
        if (!TryEnter(out var now))
        {
            return false;
        }

        try
        {
            _sent += contents.Length;
            for (var index = 0; index < contents.Length; index++)
            {
                sent[index] = _core.Send(MessageIds.Next(), contents[index], senderId, delay: null, now);
            }

            return true;
        }
        finally
        {
            Leave(now);
        }
    }

    /// <summary>
    /// Takes messages out for a while. Without any it waits in line. A caller that is gone by the time its messages
    /// are there never had them: they are back at once, as if they had not been received.
    /// </summary>
    public ValueTask<ReceiveOutcome> ReceiveAsync(ReceiveRequest request, CancellationToken cancellationToken)
    {
        ReceiveWaiter? waiter = null;
        ReceivedMessage[] messages = [];
        var isOverLimit = false;
        if (TryEnter(out var now))
        {
            try
            {
                messages = _core.Receive(request, now);
                var wait = request.Wait ?? Settings.ReceiveWait;
                if (messages.Length == 0 && wait > TimeSpan.Zero)
                {
                    waiter = _core.Wait(request, now + (long)wait.TotalMilliseconds);
                }

                isOverLimit = messages.Length == 0 && waiter is null && _core.IsOverLimit;
            }
            finally
            {
                Leave(now);
            }
        }

        if (waiter is not null)
        {
            return WaitAsync(waiter, cancellationToken);
        }

        return TryHandOut(messages, cancellationToken)
            ? ValueTask.FromResult(new ReceiveOutcome(messages, isOverLimit))
            : ValueTask.FromCanceled<ReceiveOutcome>(cancellationToken);
    }

    /// <summary>Undoes a receive whose answer reached nobody.</summary>
    public void Return(ReceivedMessage[] messages)
    {
        if (messages.Length > 0)
        {
            Run(now => _core.Return(messages, now));
        }
    }

    /// <summary>Deletes a message by its handle. Deleting it again changes nothing. False: the handle of a FIFO queue has expired.</summary>
    public bool Delete(ReceiptHandle handle)
    {
        if (!TryEnter(out var now))
        {
            return true;
        }

        try
        {
            _deleted++;
            return _core.Delete(handle, now);
        }
        finally
        {
            Leave(now);
        }
    }

    /// <summary>Deletes the messages of several handles of a standard queue.</summary>
    public void Delete(ReadOnlySpan<ReceiptHandle> handles)
    {
        if (!TryEnter(out var now))
        {
            return;
        }

        try
        {
            _deleted += handles.Length;
            foreach (var handle in handles)
            {
                _core.Delete(handle, now);
            }
        }
        finally
        {
            Leave(now);
        }
    }

    /// <summary>Hides a message in flight for <paramref name="timeout"/> from now on; zero: it is visible at once.</summary>
    public VisibilityOutcome ChangeVisibility(ReceiptHandle handle, TimeSpan timeout)
    {
        var outcome = VisibilityOutcome.NoSuchMessage;
        Run(now => outcome = _core.ChangeVisibility(handle, timeout, now));
        return outcome;
    }

    /// <summary>Deletes all messages; false: the last purge is less than a minute ago.</summary>
    public bool TryPurge()
    {
        var purged = false;
        Run(now => purged = _core.TryPurge(now));
        return purged;
    }

    /// <summary>Applies changed settings; messages already delayed or in flight keep their times.</summary>
    public void Configure(QueueSettings settings) => Run(now =>
    {
        _core.Configure(settings, now);
        LastModifiedAt = DateTimeOffset.FromUnixTimeMilliseconds(now);
    });

    /// <summary>What the queue holds now.</summary>
    public QueueCounts Count()
    {
        var counts = default(QueueCounts);
        Run(now => counts = _core.Count(now));
        return counts;
    }

    /// <summary>Its oldest messages as they stand; none of them is received by it.</summary>
    public IReadOnlyList<PeekedMessage> Peek(int limit)
    {
        IReadOnlyList<PeekedMessage> messages = [];
        Run(now => messages = _core.Peek(limit, now));
        return messages;
    }

    /// <summary>Moves its next visible message as a new one; null: it has none.</summary>
    /// <param name="find">The queue that a message belongs to; null: there is none, and the message stays.</param>
    public MoveStep? MoveNext(Func<QueuedMessage, Queue?> find)
    {
        QueuedMessage? message = null;
        Run(now => message = _core.TakeForMove(now));
        if (message is null)
        {
            return null;
        }

        var target = find(message);
        var isMoved = target is not null && target.Run(now => target._core.TakeMoved(message, MessageIds.Next(), now));
        Run(now => Settle(message, isMoved, now));
        return isMoved ? MoveStep.Moved : MoveStep.NoTarget;
    }

    /// <summary>Closes the queue for good: whoever waits is answered, whoever sends is told.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _core.Close();
            _timer.Dispose();
        }
    }

    /// <summary>What is kept of its messages.</summary>
    public List<StateChange> Snapshot()
    {
        lock (_gate)
        {
            return _core.Snapshot();
        }
    }

    /// <summary>Applies a change that was kept, before anybody uses the queue.</summary>
    public void Restore(QueueChange change)
    {
        lock (_gate)
        {
            if (change is QueueChange.Configured configured)
            {
                _core.Configure(QueueSettings.Restore(configured.Attributes), 0);
                LastModifiedAt = DateTimeOffset.FromUnixTimeMilliseconds(configured.At);
            }
            else
            {
                _core.Restore(change);
            }
        }
    }

    private bool TryEnter(out long now)
    {
        _gate.Enter();
        if (_closed)
        {
            _gate.Exit();
            now = 0;
            return false;
        }

        now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        return true;
    }

    private void Leave(long now)
    {
        Arm(now);
        var givenUp = _core.TakeGivenUp();
        _gate.Exit();
        // Not under the lock: two queues may be each other's dead-letter queue.
        foreach (var (message, target) in givenUp)
        {
            // The log first has it there and then not here: a crash in between leaves it in both, and none loses it. If the
            // dead-letter queue was deleted under our hands the message stays, as if there had been none.
            var isTaken = target.Run(other => target._core.TakeOver(message, Arn, other));
            Run(later => Settle(message, isTaken, later));
        }
    }

    /// <summary>Runs <paramref name="operation"/> under the lock; false if the queue is closed.</summary>
    private bool Run(Action<long> operation)
    {
        if (!TryEnter(out var now))
        {
            return false;
        }

        try
        {
            operation(now);
            return true;
        }
        finally
        {
            Leave(now);
        }
    }

    private void Settle(QueuedMessage message, bool isTaken, long now)
    {
        if (isTaken)
        {
            _core.Release(message, now);
        }
        else
        {
            _core.TakeBack(message, now);
        }
    }

    private bool TryHandOut(ReceivedMessage[] messages, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            Return(messages);
            return false;
        }

        Interlocked.Add(ref _received, messages.Length);
        return true;
    }

    private async ValueTask<ReceiveOutcome> WaitAsync(ReceiveWaiter waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (queue, waiter) = ((Queue, ReceiveWaiter))state!;
                queue.Abandon(waiter, token);
            },
            (this, waiter));
        var messages = await waiter.Answer;
        return TryHandOut(messages, cancellationToken)
            ? new ReceiveOutcome(messages, OverLimit: false)
            : throw new OperationCanceledException(cancellationToken);
    }

    private void Abandon(ReceiveWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_core.Abandon(waiter))
            {
                waiter.Cancel(cancellationToken);
            }
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _armedFor = null;
        }

        Run(_core.CatchUp);
    }

    private void Arm(long now)
    {
        if (_core.NextWake is { } next && !(next >= _armedFor))
        {
            _armedFor = next;
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, next - now)), Timeout.InfiniteTimeSpan);
        }
    }
}
