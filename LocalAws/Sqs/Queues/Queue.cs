using System.Diagnostics.CodeAnalysis;
using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// A standard queue. All that depends on time (delay, visibility, retention, the end of a poll) stands in one
/// schedule, which every operation catches up with first; the timer runs only while a poll waits for it.
/// </summary>
internal sealed class Queue : IDisposable
{
    /// <summary>Messages that a standard queue may have in flight. Source: Amazon SQS message quotas.</summary>
    private const int InFlightLimit = 120_000;

    private static readonly TimeSpan VisibilityLimit = TimeSpan.FromHours(12);
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly IStateLog _log;
    private readonly QueueCounters _counters;
    private readonly Func<string, Queue?> _findQueue;
    private readonly Schedule _schedule = new();
    private readonly QueueContents _contents;
    private readonly WaitingLine _line;
    private readonly ITimer _timer;
    private readonly List<GivenUp> _givenUp = [];
    private DateTimeOffset? _armedFor;
    private DateTimeOffset? _purgedAt;
    private long _orders;
    private long _receipts;
    private bool _closed;

    /// <param name="findQueue">Finds a queue by its ARN: the dead-letter queue, when it is needed.</param>
    public Queue(QueueKey key, QueueSettings settings, TimeProvider clock, IStateLog log, QueueCounters counters, Func<string, Queue?> findQueue)
    {
        Key = key;
        Arn = key.Arn;
        Settings = settings;
        _clock = clock;
        _log = log;
        _counters = counters;
        _findQueue = findQueue;
        _contents = new QueueContents(_schedule);
        _line = new WaitingLine(_schedule);
        _timer = clock.CreateTimer(static queue => ((Queue)queue!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        CreatedAt = LastModifiedAt = clock.GetUtcNow();
    }

    public QueueKey Key { get; }

    public string Arn { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastModifiedAt { get; private set; }

    public QueueSettings Settings { get; private set; }

    /// <summary>Takes a message; null if the queue was deleted meanwhile.</summary>
    /// <param name="delay">Null: the queue's own.</param>
    public SentMessage? Send(MessageContent content, string senderId, TimeSpan? delay = null)
    {
        var id = Guid.NewGuid();
        lock (_gate)
        {
            if (_closed)
            {
                return null;
            }

            var now = _clock.GetUtcNow();
            Admit(new QueuedMessage(++_orders, id, content, senderId, now) { ArrivedAt = now }, now + (delay ?? Settings.Delay), now);
        }

        _counters.Sent(Key.Name);
        HandOver();
        return new SentMessage(id, content.BodyDigest);
    }

    /// <summary>
    /// Takes messages out for a while. Without any it waits in line. A caller that is gone by the time its messages
    /// are there never had them: they are back at once, as if they had not been received.
    /// </summary>
    public async Task<ReceiveOutcome> ReceiveAsync(ReceiveRequest request, CancellationToken cancellationToken)
    {
        var outcome = await WaitAsync(request, cancellationToken);
        HandOver();
        if (cancellationToken.IsCancellationRequested)
        {
            Return(outcome.Messages);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return outcome;
    }

    /// <summary>Undoes a receive whose answer reached nobody.</summary>
    public void Return(IReadOnlyList<ReceivedMessage> messages)
    {
        lock (_gate)
        {
            // Backwards, each to the front: so they stand in their old order.
            for (var index = messages.Count - 1; index >= 0; index--)
            {
                var handle = messages[index].Handle;
                if (_contents.TryFind(handle.Order, out var message)
                    && message.State == MessageState.InFlight
                    && message.Receipt == handle.Receipt)
                {
                    message.ReceiveCount--;
                    message.FirstReceivedAt = message.ReceiveCount == 0 ? null : message.FirstReceivedAt;
                    _contents.Show(message, message.SentAt + Settings.Retention, first: true);
                    _log.Append(new QueueChange.Returned(Key, message.Order));
                }
            }

            CatchUp(_clock.GetUtcNow());
        }

        HandOver();
    }

    /// <summary>Deletes a message by any handle that was ever handed out for it. Deleting it again changes nothing.</summary>
    public void Delete(ReceiptHandle handle)
    {
        lock (_gate)
        {
            if (_contents.TryFind(handle.Order, out var message))
            {
                Remove(message);
            }
        }

        _counters.Deleted(Key.Name);
    }

    /// <summary>Hides a message in flight for <paramref name="timeout"/> from now on; zero: it is visible at once.</summary>
    public VisibilityOutcome ChangeVisibility(ReceiptHandle handle, TimeSpan timeout)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            CatchUp(now);
            if (!_contents.TryFind(handle.Order, out var message))
            {
                return VisibilityOutcome.NoSuchMessage;
            }

            if (message.State != MessageState.InFlight)
            {
                return VisibilityOutcome.NotInFlight;
            }

            if (now + timeout > message.ReceivedAt + VisibilityLimit)
            {
                return VisibilityOutcome.BeyondLimit;
            }

            _log.Append(new QueueChange.Hidden(Key, message.Order, now + timeout));
            _contents.Hide(message, now + timeout);
            CatchUp(now);
        }

        HandOver();
        return VisibilityOutcome.Changed;
    }

    /// <summary>Deletes all messages; false: the last purge is less than a minute ago.</summary>
    public bool TryPurge()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (_purgedAt + PurgeInterval > now)
            {
                return false;
            }

            _purgedAt = now;
            _log.Append(new QueueChange.Purged(Key, now));
            _contents.Clear();
            return true;
        }
    }

    /// <summary>Applies changed settings; messages already delayed or in flight keep their times.</summary>
    public void Configure(QueueSettings settings)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var retention = Settings.Retention;
            Settings = settings;
            LastModifiedAt = now;
            if (settings.Retention != retention)
            {
                _contents.Reschedule(settings.Retention);
            }

            CatchUp(now);
        }

        HandOver();
    }

    /// <summary>What the queue holds now.</summary>
    public QueueCounts Count()
    {
        QueueCounts counts;
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            CatchUp(now);
            var age = _contents.Oldest is { } oldest ? now - oldest.ArrivedAt : TimeSpan.Zero;
            counts = new QueueCounts(_contents.Visible, _contents.InFlight, _contents.Delayed, age);
        }

        HandOver();
        return counts;
    }

    /// <summary>Closes the queue for good: whoever waits is answered, whoever sends is told.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            while (_line.First is { } waiter)
            {
                _line.Leave(waiter);
                waiter.Complete(ReceiveOutcome.Empty);
            }

            _contents.Clear();
            _timer.Dispose();
        }
    }

    private async Task<ReceiveOutcome> WaitAsync(ReceiveRequest request, CancellationToken cancellationToken)
    {
        ReceiveWaiter waiter;
        lock (_gate)
        {
            if (_closed)
            {
                return ReceiveOutcome.Empty;
            }

            var now = _clock.GetUtcNow();
            CatchUp(now);
            var timeout = request.VisibilityTimeout ?? Settings.VisibilityTimeout;
            var wait = request.Wait ?? Settings.ReceiveWait;
            if (Take(request.Maximum, timeout, now) is { Count: > 0 } messages)
            {
                CatchUp(now);
                return new ReceiveOutcome(messages);
            }

            if (wait <= TimeSpan.Zero)
            {
                return new ReceiveOutcome([], OverLimit: _contents.InFlight >= InFlightLimit);
            }

            waiter = new ReceiveWaiter(++_orders, request.Maximum, timeout);
            _line.Join(waiter, now + wait);
            Arm(now);
        }

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
            if (_line.Leave(waiter))
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
            if (!_closed)
            {
                CatchUp(_clock.GetUtcNow());
            }
        }

        HandOver();
    }

    /// <summary>Does all that fell due until <paramref name="now"/>, serves who waits and sets the timer.</summary>
    private void CatchUp(DateTimeOffset now)
    {
        while (_schedule.TryTake(now, out var due))
        {
            if (due is ReceiveWaiter waiter)
            {
                _line.Leave(waiter);
                waiter.Complete(ReceiveOutcome.Empty);
            }
            else if (due is QueuedMessage message)
            {
                ShowOrExpire(message, now);
            }
        }

        Serve(now);
        Arm(now);
    }

    private void ShowOrExpire(QueuedMessage message, DateTimeOffset now)
    {
        // Retention does not end while a message is in flight: it expires when it would be visible again.
        var expiresAt = message.SentAt + Settings.Retention;
        if (expiresAt <= now)
        {
            Remove(message);
        }
        else
        {
            _contents.Show(message, expiresAt);
        }
    }

    private void Serve(DateTimeOffset now)
    {
        while (_line.First is { } waiter && Take(waiter.Maximum, waiter.VisibilityTimeout, now) is { Count: > 0 } messages)
        {
            _line.Leave(waiter);
            waiter.Complete(new ReceiveOutcome(messages));
        }
    }

    private List<ReceivedMessage> Take(int maximum, TimeSpan timeout, DateTimeOffset now)
    {
        var taken = new List<ReceivedMessage>(Math.Min(maximum, _contents.Visible));
        var room = Math.Min(maximum, InFlightLimit - _contents.InFlight);
        while (taken.Count < room && _contents.FirstVisible is { } message)
        {
            if (FindDeadLetterQueue(message) is { } target)
            {
                _contents.Remove(message);
                _givenUp.Add(new GivenUp(message, target));
                continue;
            }

            message.ReceiveCount++;
            message.FirstReceivedAt ??= now;
            message.ReceivedAt = now;
            message.Receipt = ++_receipts;
            // With a timeout of zero it is due at once; until the caller has all of its messages it stays hidden.
            _contents.Hide(message, now + timeout);
            _log.Append(new QueueChange.Received(Key, message.Order, message.Receipt, now, now + timeout));
            taken.Add(Describe(message));
        }

        if (taken.Count > 0)
        {
            _counters.Received(Key.Name, taken.Count);
        }

        return taken;
    }

    private Queue? FindDeadLetterQueue(QueuedMessage message) =>
        Settings.Redrive is { } redrive && message.ReceiveCount >= redrive.MaximumReceives && _findQueue(redrive.DeadLetterArn) is { } queue
        && queue != this
            ? queue
            : null;

    private ReceivedMessage Describe(QueuedMessage message) =>
        new(message.Id, message.Content, new ReceiptHandle(Arn, message.Order, message.Receipt), message.SenderId, message.SentAt)
        {
            ReceiveCount = message.ReceiveCount,
            FirstReceivedAt = message.FirstReceivedAt!.Value,
            DeadLetterSource = message.DeadLetterSource,
        };

    /// <summary>
    /// Moves the messages that were given up to their dead-letter queues. Never under the lock: two queues may be each
    /// other's.
    /// </summary>
    [SuppressMessage("Style", "IDE0305", Justification = "A copy is taken under the lock.")]
    private void HandOver()
    {
        GivenUp[] leaving;
        lock (_gate)
        {
            if (_givenUp.Count == 0)
            {
                return;
            }

            leaving = _givenUp.ToArray();
            _givenUp.Clear();
        }

        foreach (var (message, target) in leaving)
        {
            // The log first has it there and then not here: a crash in between leaves it in both, and none loses it.
            if (target.TryTakeOver(message, Arn))
            {
                _log.Append(new QueueChange.Removed(Key, message.Order));
            }
            else
            {
                TakeBack(message);
            }
        }
    }

    private bool TryTakeOver(QueuedMessage message, string source)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            var now = _clock.GetUtcNow();
            var moved = new QueuedMessage(++_orders, message.Id, message.Content, message.SenderId, message.SentAt)
            {
                ArrivedAt = now,
                DeadLetterSource = source,
                ReceiveCount = message.ReceiveCount,
                FirstReceivedAt = message.FirstReceivedAt,
            };
            Admit(moved, now, now);
        }

        HandOver();
        return true;
    }

    /// <summary>The dead-letter queue was deleted under our hands: the message stays here, as if there had been none.</summary>
    private void TakeBack(QueuedMessage message)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _contents.AddVisible(message, message.SentAt + Settings.Retention);
                CatchUp(_clock.GetUtcNow());
            }
        }
    }

    private void Admit(QueuedMessage message, DateTimeOffset visibleAt, DateTimeOffset now)
    {
        _log.Append(new QueueChange.Sent(Key, message.Order, message.Id, message.Content, message.SenderId, message.SentAt, visibleAt)
        {
            ReceiveCount = message.ReceiveCount,
            DeadLetterSource = message.DeadLetterSource,
        });
        if (visibleAt > now)
        {
            _contents.AddDelayed(message, visibleAt);
        }
        else
        {
            _contents.AddVisible(message, message.SentAt + Settings.Retention);
        }

        CatchUp(now);
    }

    private void Remove(QueuedMessage message)
    {
        _contents.Remove(message);
        _log.Append(new QueueChange.Removed(Key, message.Order));
    }

    private void Arm(DateTimeOffset now)
    {
        if (_line.First is null || _schedule.Next is not { } next || next >= _armedFor)
        {
            return;
        }

        _armedFor = next;
        // Up to the next whole millisecond, a timer's finest step: firing early would only mean firing twice.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((next - now).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    /// <summary>A message on its way to the dead-letter queue.</summary>
    private sealed record GivenUp(QueuedMessage Message, Queue Target);
}
