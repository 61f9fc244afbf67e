namespace LocalAws.Sqs.Wire;

/// <summary>Request of StartMessageMoveTask.</summary>
internal sealed record StartMessageMoveTaskRequest
{
    public string? SourceArn { get; init; }

    public string? DestinationArn { get; init; }

    public int? MaxNumberOfMessagesPerSecond { get; init; }
}

/// <summary>Answer of StartMessageMoveTask.</summary>
internal sealed record StartMessageMoveTaskResponse(string TaskHandle);

/// <summary>Request of ListMessageMoveTasks.</summary>
internal sealed record ListMessageMoveTasksRequest
{
    public string? SourceArn { get; init; }

    public int? MaxResults { get; init; }
}

/// <summary>Answer of ListMessageMoveTasks.</summary>
internal sealed record ListMessageMoveTasksResponse(IReadOnlyList<MessageMoveTaskContract> Results);

/// <summary>A message move task.</summary>
internal sealed record MessageMoveTaskContract(
    string Status, string SourceArn, long ApproximateNumberOfMessagesMoved, long ApproximateNumberOfMessagesToMove, long StartedTimestamp)
{
    public string? TaskHandle { get; init; }

    public string? DestinationArn { get; init; }

    public int? MaxNumberOfMessagesPerSecond { get; init; }

    public string? FailureReason { get; init; }
}

/// <summary>Request of CancelMessageMoveTask.</summary>
internal sealed record CancelMessageMoveTaskRequest
{
    public string? TaskHandle { get; init; }
}

/// <summary>Answer of CancelMessageMoveTask.</summary>
internal sealed record CancelMessageMoveTaskResponse(long ApproximateNumberOfMessagesMoved);
