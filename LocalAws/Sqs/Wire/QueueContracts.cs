using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Wire;

/// <summary>Request of CreateQueue.</summary>
internal sealed record CreateQueueRequest
{
    public string? QueueName { get; init; }

    public Dictionary<string, string?>? Attributes { get; init; }

    // The one member of SQS's model that begins with a small letter here and with a capital elsewhere.
    [JsonPropertyName("tags")]
    public Dictionary<string, string?>? Tags { get; init; }
}

/// <summary>Answer of CreateQueue and GetQueueUrl.</summary>
internal sealed record QueueUrlResponse(string QueueUrl);

/// <summary>Request of GetQueueUrl.</summary>
internal sealed record GetQueueUrlRequest
{
    public string? QueueName { get; init; }

    public string? QueueOwnerAWSAccountId { get; init; }
}

/// <summary>Request of ListQueues.</summary>
internal sealed record ListQueuesRequest
{
    public string? QueueNamePrefix { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of ListQueues.</summary>
internal sealed record ListQueuesResponse(IReadOnlyList<string>? QueueUrls, string? NextToken);

/// <summary>Request of ListDeadLetterSourceQueues.</summary>
internal sealed record ListDeadLetterSourceQueuesRequest : QueueRequest
{
    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>Answer of ListDeadLetterSourceQueues.</summary>
internal sealed record ListDeadLetterSourceQueuesResponse(
    [property: JsonPropertyName("queueUrls")] IReadOnlyList<string> QueueUrls, string? NextToken);

/// <summary>Request of an operation on a queue; by itself that of DeleteQueue, PurgeQueue and ListQueueTags.</summary>
internal record QueueRequest
{
    public string? QueueUrl { get; init; }
}

/// <summary>Request of GetQueueAttributes.</summary>
internal sealed record GetQueueAttributesRequest : QueueRequest
{
    public List<string?>? AttributeNames { get; init; }
}

/// <summary>Answer of GetQueueAttributes.</summary>
internal sealed record GetQueueAttributesResponse(IReadOnlyDictionary<string, string>? Attributes);

/// <summary>Request of SetQueueAttributes.</summary>
internal sealed record SetQueueAttributesRequest : QueueRequest
{
    public Dictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Request of TagQueue.</summary>
internal sealed record TagQueueRequest : QueueRequest
{
    public Dictionary<string, string?>? Tags { get; init; }
}

/// <summary>Request of UntagQueue.</summary>
internal sealed record UntagQueueRequest : QueueRequest
{
    public List<string?>? TagKeys { get; init; }
}

/// <summary>Answer of ListQueueTags.</summary>
internal sealed record ListQueueTagsResponse(IReadOnlyDictionary<string, string>? Tags);

/// <summary>The answer of operations that have nothing to say.</summary>
internal sealed record EmptyResponse
{
    public static EmptyResponse Instance { get; } = new();
}
