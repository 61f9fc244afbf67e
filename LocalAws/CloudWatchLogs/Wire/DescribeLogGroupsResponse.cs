namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Answer of DescribeLogGroups.</summary>
internal sealed record DescribeLogGroupsResponse(IReadOnlyList<LogGroupEntry> LogGroups, string? NextToken);
