namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of CreateLogStream and DeleteLogStream.</summary>
internal sealed record LogStreamRequest(string? LogGroupName, string? LogStreamName);
