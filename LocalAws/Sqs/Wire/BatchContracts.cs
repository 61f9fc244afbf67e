namespace LocalAws.Sqs.Wire;

/// <summary>An entry of a batch: it is answered by its id.</summary>
internal interface IBatchEntry
{
    string? Id { get; }
}

/// <summary>Request of an operation on up to ten messages.</summary>
internal sealed record BatchRequest<TEntry> : QueueRequest
    where TEntry : class, IBatchEntry
{
    public List<TEntry?>? Entries { get; init; }
}

/// <summary>Answer of an operation on up to ten messages.</summary>
internal sealed record BatchResponse<TResult>(IReadOnlyList<TResult> Successful, IReadOnlyList<BatchResultErrorEntry>? Failed);

/// <summary>An entry that was refused.</summary>
internal sealed record BatchResultErrorEntry(string Id, string Code, string Message, bool SenderFault);

/// <summary>Entry of SendMessageBatch.</summary>
internal sealed record SendMessageBatchRequestEntry : IBatchEntry, IMessageContract
{
    public string? Id { get; init; }

    public Utf8Text? MessageBody { get; init; }

    public int? DelaySeconds { get; init; }

    public Dictionary<string, AttributeContract?>? MessageAttributes { get; init; }

    public Dictionary<string, AttributeContract?>? MessageSystemAttributes { get; init; }

    public string? MessageGroupId { get; init; }

    public string? MessageDeduplicationId { get; init; }
}

/// <summary>A sent entry.</summary>
internal sealed record SendMessageBatchResultEntry(string Id, string MessageId, string MD5OfMessageBody)
{
    public string? MD5OfMessageAttributes { get; init; }

    public string? MD5OfMessageSystemAttributes { get; init; }

    public string? SequenceNumber { get; init; }
}

/// <summary>Entry of DeleteMessageBatch.</summary>
internal sealed record DeleteMessageBatchRequestEntry : IBatchEntry
{
    public string? Id { get; init; }

    public string? ReceiptHandle { get; init; }
}

/// <summary>Entry of ChangeMessageVisibilityBatch.</summary>
internal sealed record ChangeMessageVisibilityBatchRequestEntry : IBatchEntry
{
    public string? Id { get; init; }

    public string? ReceiptHandle { get; init; }

    public int? VisibilityTimeout { get; init; }
}

/// <summary>An entry that is done.</summary>
internal sealed record BatchResultEntry(string Id);
