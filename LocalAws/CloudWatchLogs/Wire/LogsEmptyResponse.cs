namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>An answer with nothing in it.</summary>
internal sealed record LogsEmptyResponse;
