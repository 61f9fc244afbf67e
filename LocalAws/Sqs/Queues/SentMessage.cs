using LocalAws.Sqs.Messages;

namespace LocalAws.Sqs.Queues;

/// <summary>A message that a queue took, or had taken before if it was a duplicate.</summary>
/// <param name="SequenceNumber">Its number in a FIFO queue; null: the queue is none.</param>
internal readonly record struct SentMessage(Guid Id, Md5Digest BodyDigest, string? SequenceNumber);
