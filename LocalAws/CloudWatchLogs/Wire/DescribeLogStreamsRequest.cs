namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of DescribeLogStreams.</summary>
internal sealed record DescribeLogStreamsRequest(
    string? LogGroupName, string? LogGroupIdentifier, string? LogStreamNamePrefix, string? OrderBy, bool? Descending, int? Limit, string? NextToken);
