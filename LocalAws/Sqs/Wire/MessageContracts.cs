namespace LocalAws.Sqs.Wire;

/// <summary>A message attribute on the wire.</summary>
internal sealed record AttributeContract
{
    public string? DataType { get; init; }

    public string? StringValue { get; init; }

    public byte[]? BinaryValue { get; init; }
}

/// <summary>What a sender gives, alone or as an entry of a batch.</summary>
internal interface IMessageContract
{
    Utf8Text? MessageBody { get; }

    int? DelaySeconds { get; }

    Dictionary<string, AttributeContract?>? MessageAttributes { get; }

    Dictionary<string, AttributeContract?>? MessageSystemAttributes { get; }

    string? MessageGroupId { get; }

    string? MessageDeduplicationId { get; }
}

/// <summary>Request of SendMessage.</summary>
internal sealed record SendMessageRequest : QueueRequest, IMessageContract
{
    public Utf8Text? MessageBody { get; init; }

    public int? DelaySeconds { get; init; }

    public Dictionary<string, AttributeContract?>? MessageAttributes { get; init; }

    public Dictionary<string, AttributeContract?>? MessageSystemAttributes { get; init; }

    public string? MessageGroupId { get; init; }

    public string? MessageDeduplicationId { get; init; }
}

/// <summary>Answer of SendMessage.</summary>
internal sealed record SendMessageResponse(string MessageId, string MD5OfMessageBody)
{
    public string? MD5OfMessageAttributes { get; init; }

    public string? MD5OfMessageSystemAttributes { get; init; }

    public string? SequenceNumber { get; init; }
}

/// <summary>Request of ReceiveMessage.</summary>
internal sealed record ReceiveMessageRequest : QueueRequest
{
    public int? MaxNumberOfMessages { get; init; }

    public int? WaitTimeSeconds { get; init; }

    public int? VisibilityTimeout { get; init; }

    public List<string?>? AttributeNames { get; init; }

    public List<string?>? MessageSystemAttributeNames { get; init; }

    public List<string?>? MessageAttributeNames { get; init; }

    public string? ReceiveRequestAttemptId { get; init; }
}

/// <summary>Answer of ReceiveMessage.</summary>
internal sealed record ReceiveMessageResponse(IReadOnlyList<MessageContract>? Messages);

/// <summary>A received message.</summary>
internal sealed record MessageContract(string MessageId, string ReceiptHandle, string MD5OfBody, Utf8Text Body)
{
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public string? MD5OfMessageAttributes { get; init; }

    public IReadOnlyDictionary<string, AttributeContract>? MessageAttributes { get; init; }
}

/// <summary>Request of DeleteMessage.</summary>
internal sealed record DeleteMessageRequest : QueueRequest
{
    public string? ReceiptHandle { get; init; }
}

/// <summary>Request of ChangeMessageVisibility.</summary>
internal sealed record ChangeMessageVisibilityRequest : QueueRequest
{
    public string? ReceiptHandle { get; init; }

    public int? VisibilityTimeout { get; init; }
}
