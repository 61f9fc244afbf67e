namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>An event of one stream; times are in milliseconds since 1970.</summary>
internal sealed record OutputLogEvent(long Timestamp, string Message, long IngestionTime);
