namespace LocalAws.Sqs.Queues;

/// <summary>What a consumer asks for. Null: the queue's own setting.</summary>
/// <param name="AttemptId">At a FIFO queue: repeats the receive of this id, if there was one.</param>
internal readonly record struct ReceiveRequest(int Maximum, TimeSpan? Wait = null, TimeSpan? VisibilityTimeout = null, string? AttemptId = null);
