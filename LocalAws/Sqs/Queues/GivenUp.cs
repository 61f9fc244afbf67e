namespace LocalAws.Sqs.Queues;

/// <summary>A message on its way to the dead-letter queue.</summary>
internal sealed record GivenUp(QueuedMessage Message, Queue Target);
