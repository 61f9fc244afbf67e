namespace LocalAws.Sqs.Queues;

/// <content>How messages are taken out.</content>
internal sealed partial class QueueCore
{
    /// <summary>Takes messages out, as many as there are and at most those asked for.</summary>
    public ReceivedMessage[] Receive(ReceiveRequest request, long now)
    {
        CatchUp(now);
        var messages = Repeat(request, now) ?? Take(request, now);
        CatchUp(now);
        return messages;
    }

    /// <summary>What the receive of the same attempt id got, hidden anew; null: it is none to be repeated.</summary>
    private ReceivedMessage[]? Repeat(ReceiveRequest request, long now)
    {
        if (request.AttemptId is not { } id
            || _fifo?.Attempts.Find(id, now) is not { } messages
            || !messages.All(received => _contents.TryFind(received.Handle.Order, out var message) && IsCurrent(message, received.Handle)))
        {
            return null;
        }

        foreach (var received in messages)
        {
            if (_contents.TryFind(received.Handle.Order, out var message))
            {
                Hide(message, request, now);
            }
        }

        return messages;
    }

    private ReceivedMessage[] Take(ReceiveRequest request, long now)
    {
        var room = Math.Min(Math.Min(request.Maximum, _inFlightLimit - _contents.InFlight), _contents.Visible);
        if (room <= 0)
        {
            return [];
        }

        var messages = new ReceivedMessage[room];
        var count = 0;
        for (QueuedMessage? taken = null; count < room && _contents.Next(taken) is { } message; taken = message)
        {
            if (FindDeadLetterQueue(message) is { } target)
            {
                _contents.Withhold(message);
                _givenUp.Add(new GivenUp(message, target));
                continue;
            }

            message.ReceiveCount++;
            message.FirstReceivedAt = message.FirstReceivedAt == 0 ? now : message.FirstReceivedAt;
            message.ReceivedAt = now;
            message.Receipt = ++_receipts;
            // Even with a timeout of zero: it is due at once, but no earlier than this receive has all of its messages.
            Hide(message, request, now);
            messages[count++] = Describe(message);
        }

        Array.Resize(ref messages, count);
        if (count > 0 && request.AttemptId is { } id)
        {
            _fifo?.Attempts.Add(id, messages, now);
        }

        return messages;
    }

    private void Hide(QueuedMessage message, ReceiveRequest request, long now)
    {
        var visibleAt = now + (long)(request.VisibilityTimeout ?? Settings.VisibilityTimeout).TotalMilliseconds;
        _contents.Hide(message, visibleAt);
        if (_log.IsKept)
        {
            _log.Append(new QueueChange.Received(_queue.Id, message.Order, message.Receipt, now, visibleAt)
            {
                ReceiveCount = message.ReceiveCount,
                FirstReceivedAt = message.FirstReceivedAt,
            });
        }
    }

    private Queue? FindDeadLetterQueue(QueuedMessage message) =>
        Settings.Redrive is { } redrive && message.ReceiveCount >= redrive.MaximumReceives && redrive.DeadLetterArn != _queue.Arn
            ? _findQueue(redrive.DeadLetterArn)
            : null;

    private ReceivedMessage Describe(QueuedMessage message) =>
        new(message.Id, message.Content, new ReceiptHandle(_queue.Tag, message.Order, message.Receipt), message.SenderId, message.SentAt)
        {
            ReceiveCount = message.ReceiveCount,
            FirstReceivedAt = message.FirstReceivedAt,
            DeadLetterSource = message.DeadLetterSource,
            SequenceNumber = SequenceNumber(message.Order),
        };
}
