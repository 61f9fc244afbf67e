namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of GetLogEvents.</summary>
internal sealed record GetLogEventsRequest(
    string? LogGroupName,
    string? LogGroupIdentifier,
    string? LogStreamName,
    long? StartTime,
    long? EndTime,
    int? Limit,
    string? NextToken,
    bool? StartFromHead);
