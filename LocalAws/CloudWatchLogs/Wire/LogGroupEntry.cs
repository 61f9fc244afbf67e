namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>A log group as it is told; the time is in milliseconds since 1970.</summary>
internal sealed record LogGroupEntry(string LogGroupName, string Arn, string LogGroupArn, long CreationTime, long StoredBytes, int MetricFilterCount);
