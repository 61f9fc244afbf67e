namespace LocalAws.Sqs.Queues;

/// <summary>What a consumer asks for. Null: the queue's own setting.</summary>
internal readonly record struct ReceiveRequest(int Maximum, TimeSpan? Wait = null, TimeSpan? VisibilityTimeout = null);
