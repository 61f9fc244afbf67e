namespace LocalAws.Sqs.Queues;

/// <summary>A message that a queue took.</summary>
internal sealed record SentMessage(Guid Id, string BodyDigest);
