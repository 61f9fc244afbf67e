namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of CreateLogGroup and DeleteLogGroup.</summary>
internal sealed record LogGroupRequest(string? LogGroupName);
