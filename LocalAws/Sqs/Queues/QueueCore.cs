using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// The rules of a queue, as a state machine in given time (Unix milliseconds): it has no clock, no thread and no lock of its
/// own. All that depends on time (delay, visibility, retention, the end of a poll) stands in one schedule, which every
/// operation catches up with.
/// </summary>
internal sealed partial class QueueCore
{
    /// <summary>Messages that a standard queue may have in flight. Source: Amazon SQS message quotas.</summary>
    private const int StandardInFlightLimit = 120_000;

    /// <summary>Messages that a FIFO queue may have in flight. Source: Amazon SQS message quotas.</summary>
    private const int FifoInFlightLimit = 20_000;

    private const long VisibilityLimit = 12 * 60 * 60 * 1000;
    private const long PurgeInterval = 60 * 1000;

    private readonly QueueIdentity _queue;
    private readonly IStateLog _log;
    private readonly Func<string, Queue?> _findQueue;
    private readonly Schedule _schedule = new();
    private readonly QueueContents _contents;
    private readonly WaitingLine _line;
    private readonly FifoMemory? _fifo;
    private readonly int _inFlightLimit;
    private readonly List<GivenUp> _givenUp = [];
    private long? _purgedAt;
    private long _orders;
    private long _receipts;

    /// <param name="findQueue">Finds a queue by its ARN: the dead-letter queue, when it is needed.</param>
    public QueueCore(QueueIdentity queue, QueueSettings settings, IStateLog log, Func<string, Queue?> findQueue)
    {
        _queue = queue;
        _log = log;
        _findQueue = findQueue;
        _fifo = settings.IsFifo ? new FifoMemory() : null;
        _inFlightLimit = settings.IsFifo ? FifoInFlightLimit : StandardInFlightLimit;
        _contents = new QueueContents(_schedule, settings.IsFifo ? new FifoOrder() : new StandardOrder());
        _line = new WaitingLine(_schedule);
        Settings = settings;
    }

    public QueueSettings Settings { get; private set; }

    /// <summary>Whether as many messages are in flight as may be.</summary>
    public bool IsOverLimit => _contents.InFlight >= _inFlightLimit;

    /// <summary>When somebody who waits could be served or must be told; null: nobody waits.</summary>
    public long? NextWake => _line.First is null ? null : _schedule.Next;

    private long Retention => (long)Settings.Retention.TotalMilliseconds;

    /// <summary>Takes a message, unless it is a duplicate: then the answer is that of the first.</summary>
    /// <param name="delay">Null: the queue's own.</param>
    public SentMessage Send(Guid id, MessageContent content, string senderId, TimeSpan? delay, long now)
    {
        if (_fifo?.FindDuplicate(Settings, content, now) is { } duplicate)
        {
            return Acknowledge(duplicate.Id, content, duplicate.Order);
        }

        var message = new QueuedMessage(++_orders, id, content, senderId, now) { ArrivedAt = now };
        _fifo?.Remember(Settings, message);
        Admit(message, now + (long)(delay ?? Settings.Delay).TotalMilliseconds, now);
        return Acknowledge(id, content, message.Order);
    }

    /// <summary>Takes over a message that another queue gave up.</summary>
    /// <param name="source">ARN of that queue.</param>
    public void TakeOver(QueuedMessage message, string source, long now) =>
        Admit(
            new QueuedMessage(++_orders, message.Id, message.Content, message.SenderId, message.SentAt)
            {
                ArrivedAt = now,
                DeadLetterSource = source,
                ReceiveCount = message.ReceiveCount,
                FirstReceivedAt = message.FirstReceivedAt,
            },
            now,
            now);

    /// <summary>Takes a message that a task moves here from a dead-letter queue: it is as new.</summary>
    public void TakeMoved(QueuedMessage message, Guid id, long now) =>
        Admit(new QueuedMessage(++_orders, id, message.Content, message.SenderId, now) { ArrivedAt = now }, now, now);

    /// <summary>Takes a message out to be moved to another queue; null: none is visible.</summary>
    public QueuedMessage? TakeForMove(long now)
    {
        CatchUp(now);
        if (_contents.Next(taken: null) is { } message)
        {
            _contents.Withhold(message);
            return message;
        }

        return null;
    }

    /// <summary>A message that was given up is where it should be.</summary>
    public void Release(QueuedMessage message, long now)
    {
        if (Holds(message))
        {
            Remove(message);
            CatchUp(now);
        }
    }

    /// <summary>Takes a message back that the other queue could not take.</summary>
    public void TakeBack(QueuedMessage message, long now)
    {
        if (Holds(message))
        {
            _contents.Show(message, message.SentAt + Retention, first: true);
            CatchUp(now);
        }
    }

    /// <summary>Puts a poll in the line.</summary>
    public ReceiveWaiter Wait(ReceiveRequest request, long until)
    {
        var waiter = new ReceiveWaiter(++_orders, request);
        _line.Join(waiter, until);
        return waiter;
    }

    /// <summary>Takes a poll out of the line; false if it was answered before.</summary>
    public bool Abandon(ReceiveWaiter waiter) => _line.Leave(waiter);

    /// <summary>Undoes a receive whose answer reached nobody: the messages stand where they stood.</summary>
    public void Return(ReadOnlySpan<ReceivedMessage> messages, long now)
    {
        // Backwards, each to the front: so they stand in their old order.
        for (var index = messages.Length - 1; index >= 0; index--)
        {
            var handle = messages[index].Handle;
            if (_contents.TryFind(handle.Order, out var message) && IsCurrent(message, handle))
            {
                message.ReceiveCount--;
                message.FirstReceivedAt = message.ReceiveCount == 0 ? 0 : message.FirstReceivedAt;
                _contents.Show(message, message.SentAt + Retention, first: true);
                _log.Append(new QueueChange.Returned(_queue.Id, message.Order, message.ReceiveCount, message.FirstReceivedAt, now));
            }
        }

        CatchUp(now);
    }

    /// <summary>Deletes a message, whether or not it is in flight. False: the handle of a FIFO queue has expired.</summary>
    public bool Delete(ReceiptHandle handle, long now)
    {
        if (_fifo is not null)
        {
            CatchUp(now);
        }

        if (!_contents.TryFind(handle.Order, out var message))
        {
            return true;
        }

        if (_fifo is not null && !IsCurrent(message, handle))
        {
            return false;
        }

        Remove(message);
        if (_fifo is not null)
        {
            // The rest of its group may be free now.
            CatchUp(now);
        }

        return true;
    }

    /// <summary>Hides a message in flight for <paramref name="timeout"/> from now on; zero: it is visible at once.</summary>
    public VisibilityOutcome ChangeVisibility(ReceiptHandle handle, TimeSpan timeout, long now)
    {
        CatchUp(now);
        if (!_contents.TryFind(handle.Order, out var message))
        {
            return VisibilityOutcome.NoSuchMessage;
        }

        if (message.State != MessageState.InFlight || (_fifo is not null && !IsCurrent(message, handle)))
        {
            return VisibilityOutcome.NotInFlight;
        }

        var visibleAt = now + (long)timeout.TotalMilliseconds;
        if (visibleAt > message.ReceivedAt + VisibilityLimit)
        {
            return VisibilityOutcome.BeyondLimit;
        }

        _log.Append(new QueueChange.Hidden(_queue.Id, message.Order, visibleAt));
        _contents.Hide(message, visibleAt);
        CatchUp(now);
        return VisibilityOutcome.Changed;
    }

    /// <summary>Deletes all messages; false: the last purge is less than a minute ago.</summary>
    public bool TryPurge(long now)
    {
        if (_purgedAt + PurgeInterval > now)
        {
            return false;
        }

        _purgedAt = now;
        _log.Append(new QueueChange.Purged(_queue.Id, now));
        _contents.Clear();
        _fifo?.Clear();
        return true;
    }

    /// <summary>Applies changed settings; messages already delayed or in flight keep their times.</summary>
    public void Configure(QueueSettings settings, long now)
    {
        var retention = Settings.Retention;
        Settings = settings;
        if (settings.Retention != retention)
        {
            _contents.Reschedule(Retention);
        }

        CatchUp(now);
    }

    /// <summary>What the queue holds.</summary>
    public QueueCounts Count(long now)
    {
        CatchUp(now);
        var age = _contents.Oldest is { } oldest ? TimeSpan.FromMilliseconds(now - oldest.ArrivedAt) : TimeSpan.Zero;
        return new QueueCounts(_contents.Visible, _contents.InFlight, _contents.Delayed, age, _line.Count);
    }

    /// <summary>Answers whoever waits and forgets everything.</summary>
    public void Close()
    {
        while (_line.First is { } waiter)
        {
            _line.Leave(waiter);
            waiter.Complete([]);
        }

        _contents.Clear();
    }

    /// <summary>The messages that were given up since the last call.</summary>
    public GivenUp[] TakeGivenUp()
    {
        if (_givenUp.Count == 0)
        {
            return [];
        }

        GivenUp[] leaving = [.. _givenUp];
        _givenUp.Clear();
        return leaving;
    }

    /// <summary>Does all that fell due until <paramref name="now"/>, and serves who waits.</summary>
    public void CatchUp(long now)
    {
        do
        {
            while (_schedule.TryTake(now, out var due))
            {
                if (due is ReceiveWaiter waiter)
                {
                    _line.Leave(waiter);
                    waiter.Complete([]);
                }
                else if (due is QueuedMessage message)
                {
                    ShowOrExpire(message, now);
                }
            }

            Serve(now);
        }
        while (_schedule.Next <= now);
    }

    private static bool IsCurrent(QueuedMessage message, ReceiptHandle handle) =>
        message.State == MessageState.InFlight && message.Receipt == handle.Receipt;

    /// <summary>Whether a message that is under way to another queue is still this one's: it may have been deleted meanwhile.</summary>
    private bool Holds(QueuedMessage message) => _contents.TryFind(message.Order, out var found) && ReferenceEquals(found, message);

    private void ShowOrExpire(QueuedMessage message, long now)
    {
        // Retention does not end while a message is in flight: it expires when it would be visible again.
        var expiresAt = message.SentAt + Retention;
        if (expiresAt <= now)
        {
            Remove(message);
        }
        else
        {
            _contents.Show(message, expiresAt);
        }
    }

    private void Serve(long now)
    {
        while (_line.First is { } waiter && _contents.Visible > 0 && Take(waiter.Request, now) is { Length: > 0 } messages)
        {
            _line.Leave(waiter);
            waiter.Complete(messages);
        }
    }

    private SentMessage Acknowledge(Guid id, MessageContent content, long order) => new(id, content.BodyDigest, SequenceNumber(order));

    private string? SequenceNumber(long order) => _fifo is null ? null : FifoMemory.SequenceNumber(order);

    private void Admit(QueuedMessage message, long visibleAt, long now)
    {
        var isDelayed = visibleAt > now;
        _contents.Add(
            message, isDelayed ? MessageState.Delayed : MessageState.Visible, isDelayed ? visibleAt : message.SentAt + Retention);
        if (_log.IsKept)
        {
            _log.Append(QueueChange.Sent.Of(_queue.Id, message, visibleAt));
        }

        CatchUp(now);
    }

    private void Remove(QueuedMessage message)
    {
        _contents.Remove(message);
        if (_log.IsKept)
        {
            _log.Append(new QueueChange.Removed(_queue.Id, message.Order));
        }
    }
}
