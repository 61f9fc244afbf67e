namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of PutLogEvents.</summary>
internal sealed record PutLogEventsRequest(string? LogGroupName, string? LogStreamName, IReadOnlyList<InputLogEvent?>? LogEvents);
