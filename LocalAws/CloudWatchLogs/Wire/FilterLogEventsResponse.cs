namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Answer of FilterLogEvents.</summary>
internal sealed record FilterLogEventsResponse(
    IReadOnlyList<FilteredLogEvent> Events, IReadOnlyList<string> SearchedLogStreams, string? NextToken);
