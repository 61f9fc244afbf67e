using LocalAws.State;

namespace LocalAws.Sqs.Queues;

/// <content>What the log keeps of a queue, and how that becomes a queue again.</content>
internal sealed partial class QueueCore
{
    /// <summary>What is kept of this queue, to be read under its lock and encoded outside of it.</summary>
    public List<StateChange> Snapshot()
    {
        List<StateChange> changes = [new QueueChange.Counted(_queue.Id, _orders, _receipts, _purgedAt ?? 0)];
        changes.AddRange(_contents.All.Select(message => QueueChange.Sent.Of(_queue.Id, message)));
        changes.AddRange((_fifo?.Sent ?? []).Select(sent =>
            new QueueChange.Remembered(_queue.Id, sent.Key, sent.Id, sent.Order, sent.SentAt)));
        return changes;
    }

    /// <summary>Applies a change that was kept.</summary>
    public void Restore(QueueChange change)
    {
        switch (change)
        {
            case QueueChange.Sent sent:
                Restore(sent);
                break;
            case QueueChange.Received received when _contents.TryFind(received.Order, out var message):
                _receipts = Math.Max(_receipts, received.Receipt);
                (message.Receipt, message.ReceiveCount) = (received.Receipt, received.ReceiveCount);
                (message.FirstReceivedAt, message.ReceivedAt) = (received.FirstReceivedAt, received.At);
                _contents.Hide(message, received.VisibleAt);
                break;
            case QueueChange.Received received:
                _receipts = Math.Max(_receipts, received.Receipt);
                break;
            case QueueChange.Returned returned when _contents.TryFind(returned.Order, out var message):
                (message.ReceiveCount, message.FirstReceivedAt) = (returned.ReceiveCount, returned.FirstReceivedAt);
                _contents.Hide(message, returned.At);
                break;
            case QueueChange.Hidden hidden when _contents.TryFind(hidden.Order, out var message):
                _contents.Hide(message, hidden.VisibleAt);
                break;
            case QueueChange.Removed removed when _contents.TryFind(removed.Order, out var message):
                _contents.Remove(message);
                break;
            case QueueChange.Purged purged:
                _purgedAt = purged.At;
                _contents.Clear();
                _fifo?.Clear();
                break;
            case QueueChange.Remembered remembered:
                _fifo?.Remember(remembered.Key, remembered.Message, remembered.Order, remembered.SentAt);
                break;
            case QueueChange.Counted counted:
                (_orders, _receipts) = (Math.Max(_orders, counted.Orders), Math.Max(_receipts, counted.Receipts));
                _purgedAt = counted.PurgedAt == 0 ? _purgedAt : counted.PurgedAt;
                break;
            default:
                // Of a message that is gone.
                break;
        }
    }

    private void Restore(QueueChange.Sent sent)
    {
        if (_contents.TryFind(sent.Order, out var known))
        {
            _contents.Remove(known);
        }

        _orders = Math.Max(_orders, sent.Order);
        _receipts = Math.Max(_receipts, sent.Receipt);
        var message = sent.ToMessage();
        // Hidden until it is due, even if that is past: it shows when the queue is first caught up with.
        _contents.Add(message, sent.Receipt > 0 ? MessageState.InFlight : MessageState.Delayed, sent.VisibleAt);
        if (sent.DeadLetterSource is null)
        {
            _fifo?.Remember(Settings, message);
        }
    }
}
