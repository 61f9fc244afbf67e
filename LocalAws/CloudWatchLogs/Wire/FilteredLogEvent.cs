namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>An event of any stream; times are in milliseconds since 1970.</summary>
internal sealed record FilteredLogEvent(string LogStreamName, long Timestamp, string Message, long IngestionTime, string EventId);
