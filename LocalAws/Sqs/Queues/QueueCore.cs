using LocalAws.Sqs.Messages;
using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// The rules of a standard queue, as a state machine in given time: it has no clock, no thread and no lock of its own.
/// All that depends on time (delay, visibility, retention, the end of a poll) stands in one schedule, which every
/// operation catches up with.
/// </summary>
internal sealed class QueueCore
{
    /// <summary>Messages that a standard queue may have in flight. Source: Amazon SQS message quotas.</summary>
    private const int InFlightLimit = 120_000;

    private static readonly TimeSpan VisibilityLimit = TimeSpan.FromHours(12);
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromSeconds(60);

    private readonly QueueKey _key;
    private readonly string _arn;
    private readonly IStateLog _log;
    private readonly Func<string, Queue?> _findQueue;
    private readonly Schedule _schedule = new();
    private readonly QueueContents _contents;
    private readonly WaitingLine _line;
    private readonly List<GivenUp> _givenUp = [];
    private DateTimeOffset? _purgedAt;
    private long _orders;
    private long _receipts;

    /// <param name="findQueue">Finds a queue by its ARN: the dead-letter queue, when it is needed.</param>
    public QueueCore(QueueKey key, QueueSettings settings, IStateLog log, Func<string, Queue?> findQueue)
    {
        _key = key;
        _arn = key.Arn;
        _log = log;
        _findQueue = findQueue;
        _contents = new QueueContents(_schedule);
        _line = new WaitingLine(_schedule);
        Settings = settings;
    }

    public QueueSettings Settings { get; private set; }

    /// <summary>Whether as many messages are in flight as may be.</summary>
    public bool IsOverLimit => _contents.InFlight >= InFlightLimit;

    /// <summary>When somebody who waits could be served or must be told; null: nobody waits.</summary>
    public DateTimeOffset? NextWake => _line.First is null ? null : _schedule.Next;

    /// <param name="delay">Null: the queue's own.</param>
    public void Send(Guid id, MessageContent content, string senderId, TimeSpan? delay, DateTimeOffset now) =>
        Admit(new QueuedMessage(++_orders, id, content, senderId, now) { ArrivedAt = now }, now + (delay ?? Settings.Delay), now);

    /// <summary>Takes over a message that another queue gave up.</summary>
    public void TakeOver(QueuedMessage message, string source, DateTimeOffset now) =>
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

    /// <summary>Takes a message back that the dead-letter queue could not take.</summary>
    public void TakeBack(QueuedMessage message, DateTimeOffset now)
    {
        _contents.AddVisible(message, message.SentAt + Settings.Retention);
        CatchUp(now);
    }

    /// <summary>Takes messages out, as many as there are and at most those asked for.</summary>
    public IReadOnlyList<ReceivedMessage> Receive(ReceiveRequest request, DateTimeOffset now)
    {
        CatchUp(now);
        var messages = Take(request.Maximum, request.VisibilityTimeout ?? Settings.VisibilityTimeout, now);
        CatchUp(now);
        return messages;
    }

    /// <summary>Puts a poll in the line.</summary>
    public ReceiveWaiter Wait(ReceiveRequest request, DateTimeOffset until)
    {
        var waiter = new ReceiveWaiter(++_orders, request.Maximum, request.VisibilityTimeout ?? Settings.VisibilityTimeout);
        _line.Join(waiter, until);
        return waiter;
    }

    /// <summary>Takes a poll out of the line; false if it was answered before.</summary>
    public bool Abandon(ReceiveWaiter waiter) => _line.Leave(waiter);

    /// <summary>Undoes a receive whose answer reached nobody: the messages stand where they stood.</summary>
    public void Return(IReadOnlyList<ReceivedMessage> messages, DateTimeOffset now)
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
                _log.Append(new QueueChange.Returned(_key, message.Order));
            }
        }

        CatchUp(now);
    }

    /// <summary>Deletes a message, whether or not it is in flight.</summary>
    public void Delete(ReceiptHandle handle)
    {
        if (_contents.TryFind(handle.Order, out var message))
        {
            Remove(message);
        }
    }

    /// <summary>Hides a message in flight for <paramref name="timeout"/> from now on; zero: it is visible at once.</summary>
    public VisibilityOutcome ChangeVisibility(ReceiptHandle handle, TimeSpan timeout, DateTimeOffset now)
    {
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

        _log.Append(new QueueChange.Hidden(_key, message.Order, now + timeout));
        _contents.Hide(message, now + timeout);
        CatchUp(now);
        return VisibilityOutcome.Changed;
    }

    /// <summary>Deletes all messages; false: the last purge is less than a minute ago.</summary>
    public bool TryPurge(DateTimeOffset now)
    {
        if (_purgedAt + PurgeInterval > now)
        {
            return false;
        }

        _purgedAt = now;
        _log.Append(new QueueChange.Purged(_key, now));
        _contents.Clear();
        return true;
    }

    /// <summary>Applies changed settings; messages already delayed or in flight keep their times.</summary>
    public void Configure(QueueSettings settings, DateTimeOffset now)
    {
        var retention = Settings.Retention;
        Settings = settings;
        if (settings.Retention != retention)
        {
            _contents.Reschedule(settings.Retention);
        }

        CatchUp(now);
    }

    /// <summary>What the queue holds.</summary>
    public QueueCounts Count(DateTimeOffset now)
    {
        CatchUp(now);
        var age = _contents.Oldest is { } oldest ? now - oldest.ArrivedAt : TimeSpan.Zero;
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
    public IReadOnlyList<GivenUp> TakeGivenUp()
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
    public void CatchUp(DateTimeOffset now)
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
            waiter.Complete(messages);
        }
    }

    private List<ReceivedMessage> Take(int maximum, TimeSpan timeout, DateTimeOffset now)
    {
        var room = Math.Min(maximum, InFlightLimit - _contents.InFlight);
        var taken = new List<ReceivedMessage>(Math.Min(room, _contents.Visible));
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
            // Even with a timeout of zero: it is due at once, but no earlier than this receive has all of its messages.
            _contents.Hide(message, now + timeout);
            _log.Append(new QueueChange.Received(_key, message.Order, message.Receipt, now, now + timeout));
            taken.Add(Describe(message));
        }

        return taken;
    }

    private Queue? FindDeadLetterQueue(QueuedMessage message) =>
        Settings.Redrive is { } redrive && message.ReceiveCount >= redrive.MaximumReceives && redrive.DeadLetterArn != _arn
            ? _findQueue(redrive.DeadLetterArn)
            : null;

    private ReceivedMessage Describe(QueuedMessage message) =>
        new(message.Id, message.Content, new ReceiptHandle(_arn, message.Order, message.Receipt), message.SenderId, message.SentAt)
        {
            ReceiveCount = message.ReceiveCount,
            FirstReceivedAt = message.FirstReceivedAt!.Value,
            DeadLetterSource = message.DeadLetterSource,
        };

    private void Admit(QueuedMessage message, DateTimeOffset visibleAt, DateTimeOffset now)
    {
        _log.Append(new QueueChange.Sent(_key, message.Order, message.Id, message.Content, message.SenderId, message.SentAt, visibleAt)
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
        _log.Append(new QueueChange.Removed(_key, message.Order));
    }
}
