namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>An event to be logged; the time is in milliseconds since 1970.</summary>
internal sealed record InputLogEvent(long? Timestamp, string? Message);
