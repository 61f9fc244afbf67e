namespace LocalAws.Sqs.Queues;

/// <summary>What makes two messages one.</summary>
/// <param name="Group">The message group, where the queue's scope is that; null: the whole queue.</param>
/// <param name="Id">The message's deduplication id.</param>
internal readonly record struct DeduplicationKey(string? Group, string Id);
