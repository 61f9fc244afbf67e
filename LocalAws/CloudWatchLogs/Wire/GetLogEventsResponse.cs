namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Answer of GetLogEvents.</summary>
internal sealed record GetLogEventsResponse(IReadOnlyList<OutputLogEvent> Events, string NextForwardToken, string NextBackwardToken);
