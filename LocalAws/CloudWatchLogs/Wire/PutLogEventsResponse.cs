namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Answer of PutLogEvents.</summary>
internal sealed record PutLogEventsResponse(string NextSequenceToken);
