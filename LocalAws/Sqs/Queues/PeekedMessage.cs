using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>A message as somebody sees it who does not receive it.</summary>
/// <param name="DeadLetterSource">ARN of the queue that gave it up; null: it was sent here.</param>
internal sealed record PeekedMessage(
    Guid Id, MessageContent Content, MessageState State, int ReceiveCount, DateTimeOffset SentAt, string? DeadLetterSource);
