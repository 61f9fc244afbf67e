using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// A standard queue: its rules behind a lock, on a clock. The timer runs only while a poll waits, for the next moment
/// at which that poll could be served or must be told that there is nothing.
/// </summary>
internal sealed class Queue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly IStateLog _log;
    private readonly QueueInstruments _instruments;
    private readonly QueueCore _core;
    private readonly ITimer _timer;
    private DateTimeOffset? _armedFor;
    private bool _closed;

    /// <param name="findQueue">Finds a queue by its ARN: the dead-letter queue, when it is needed.</param>
    public Queue(
        QueueKey key,
        QueueSettings settings,
        TimeProvider clock,
        IStateLog log,
        QueueInstruments instruments,
        Func<string, Queue?> findQueue)
    {
        Key = key;
        _clock = clock;
        _log = log;
        _instruments = instruments;
        _core = new QueueCore(key, settings, log, findQueue);
        _timer = clock.CreateTimer(static queue => ((Queue)queue!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        CreatedAt = LastModifiedAt = clock.GetUtcNow();
    }

    public QueueKey Key { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastModifiedAt { get; private set; }

    public QueueSettings Settings => _core.Settings;

    /// <summary>Takes a message; null if the queue was deleted meanwhile.</summary>
    /// <param name="delay">Null: the queue's own.</param>
    public SentMessage? Send(MessageContent content, string senderId, TimeSpan? delay = null)
    {
        var id = Guid.NewGuid();
        if (!TryRun(now => _core.Send(id, content, senderId, delay, now)))
        {
            return null;
        }

        _instruments.Sent(Key.Name);
        return new SentMessage(id, content.BodyDigest);
    }

    /// <summary>
    /// Takes messages out for a while. Without any it waits in line. A caller that is gone by the time its messages
    /// are there never had them: they are back at once, as if they had not been received.
    /// </summary>
    public async Task<ReceiveOutcome> ReceiveAsync(ReceiveRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReceivedMessage> messages = [];
        ReceiveWaiter? waiter = null;
        var overLimit = false;
        TryRun(now =>
        {
            messages = _core.Receive(request, now);
            overLimit = messages.Count == 0 && _core.IsOverLimit;
            var wait = request.Wait ?? Settings.ReceiveWait;
            waiter = messages.Count == 0 && wait > TimeSpan.Zero ? _core.Wait(request, now + wait) : null;
        });
        if (waiter is not null)
        {
            messages = await WaitAsync(waiter, cancellationToken);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            Return(messages);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (messages.Count > 0)
        {
            _instruments.Received(Key.Name, messages.Count);
        }

        return new ReceiveOutcome(messages, OverLimit: overLimit && waiter is null);
    }

    /// <summary>Undoes a receive whose answer reached nobody.</summary>
    public void Return(IReadOnlyList<ReceivedMessage> messages) => TryRun(now => _core.Return(messages, now));

    /// <summary>Deletes a message by any handle that was ever handed out for it. Deleting it again changes nothing.</summary>
    public void Delete(ReceiptHandle handle)
    {
        TryRun(_ => _core.Delete(handle));
        _instruments.Deleted(Key.Name);
    }

    /// <summary>Hides a message in flight for <paramref name="timeout"/> from now on; zero: it is visible at once.</summary>
    public VisibilityOutcome ChangeVisibility(ReceiptHandle handle, TimeSpan timeout)
    {
        var outcome = VisibilityOutcome.NoSuchMessage;
        TryRun(now => outcome = _core.ChangeVisibility(handle, timeout, now));
        return outcome;
    }

    /// <summary>Deletes all messages; false: the last purge is less than a minute ago.</summary>
    public bool TryPurge()
    {
        var purged = false;
        TryRun(now => purged = _core.TryPurge(now));
        return purged;
    }

    /// <summary>Applies changed settings; messages already delayed or in flight keep their times.</summary>
    public void Configure(QueueSettings settings) => TryRun(now =>
    {
        _core.Configure(settings, now);
        LastModifiedAt = now;
    });

    /// <summary>What the queue holds now.</summary>
    public QueueCounts Count()
    {
        var counts = default(QueueCounts);
        TryRun(now => counts = _core.Count(now));
        return counts;
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

    /// <summary>Runs <paramref name="operation"/> under the lock; false if the queue is closed.</summary>
    private bool TryRun(Action<DateTimeOffset> operation)
    {
        IReadOnlyList<GivenUp> givenUp;
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            var now = _clock.GetUtcNow();
            operation(now);
            Arm(now);
            givenUp = _core.TakeGivenUp();
        }

        // Not under the lock: two queues may be each other's dead-letter queue.
        foreach (var (message, target) in givenUp)
        {
            HandOver(message, target);
        }

        return true;
    }

    private void HandOver(QueuedMessage message, Queue target)
    {
        // The log first has it there and then not here: a crash in between leaves it in both, and none loses it.
        if (target.TryRun(now => target._core.TakeOver(message, Key.Arn, now)))
        {
            _log.Append(new QueueChange.Removed(Key, message.Order));
        }
        else
        {
            // The dead-letter queue was deleted under our hands; so the message stays, as if there had been none.
            TryRun(now => _core.TakeBack(message, now));
        }
    }

    private async Task<IReadOnlyList<ReceivedMessage>> WaitAsync(ReceiveWaiter waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                var (queue, waiter) = ((Queue, ReceiveWaiter))state!;
                queue.Abandon(waiter, token);
            },
            (this, waiter));
        return await waiter.Answer;
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

        TryRun(_core.CatchUp);
    }

    private void Arm(DateTimeOffset now)
    {
        if (_core.NextWake is { } next && !(next >= _armedFor))
        {
            _armedFor = next;
            // Up to the next whole millisecond, a timer's finest step: firing early would only mean firing twice.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (next - now).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
        }
    }
}
