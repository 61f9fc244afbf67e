namespace LocalAws.Sqs.Queues;

internal sealed partial class QueueCore
{
    /// <summary>The oldest messages, whatever state they are in.</summary>
    public IReadOnlyList<PeekedMessage> Peek(int limit, long now)
    {
        // Counting brings the states up to date.
        _ = Count(now);
        return
        [
            .. _contents.All.Take(limit).Select(static message => new PeekedMessage(
                message.Id,
                message.Content,
                message.State,
                message.ReceiveCount,
                DateTimeOffset.FromUnixTimeMilliseconds(message.SentAt),
                message.DeadLetterSource)),
        ];
    }
}
