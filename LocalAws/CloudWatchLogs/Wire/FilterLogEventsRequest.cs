namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of FilterLogEvents.</summary>
internal sealed record FilterLogEventsRequest(
    string? LogGroupName,
    string? LogGroupIdentifier,
    IReadOnlyList<string>? LogStreamNames,
    string? LogStreamNamePrefix,
    long? StartTime,
    long? EndTime,
    string? FilterPattern,
    int? Limit,
    string? NextToken);
