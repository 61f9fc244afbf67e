namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Request of DescribeLogGroups.</summary>
internal sealed record DescribeLogGroupsRequest(string? LogGroupNamePrefix, string? LogGroupNamePattern, int? Limit, string? NextToken);
