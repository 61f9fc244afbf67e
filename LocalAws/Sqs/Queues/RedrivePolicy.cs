namespace LocalAws.Sqs.Queues;

/// <summary>After <paramref name="MaximumReceives"/> receives a message goes to the dead-letter queue instead of a consumer.</summary>
internal sealed record RedrivePolicy(string DeadLetterArn, int MaximumReceives);
