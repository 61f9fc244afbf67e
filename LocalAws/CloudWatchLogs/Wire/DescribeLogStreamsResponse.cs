namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>Answer of DescribeLogStreams.</summary>
internal sealed record DescribeLogStreamsResponse(IReadOnlyList<LogStreamEntry> LogStreams, string? NextToken);
