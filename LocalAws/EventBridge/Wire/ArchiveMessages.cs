namespace LocalAws.EventBridge.Wire;

internal sealed record ArchiveRequest(
    string? ArchiveName, string? EventSourceArn, string? Description, string? EventPattern, int? RetentionDays, string? KmsKeyIdentifier);

internal sealed record ArchiveNameRequest(string? ArchiveName);

internal sealed record ArchiveChangedResponse(string ArchiveArn, string State, DateTimeOffset CreationTime);

internal sealed record DescribeArchiveResponse(
    string ArchiveArn,
    string ArchiveName,
    string EventSourceArn,
    string? Description,
    string? EventPattern,
    string State,
    string? KmsKeyIdentifier,
    int RetentionDays,
    long SizeBytes,
    long EventCount,
    DateTimeOffset CreationTime);

internal sealed record ListArchivesRequest(string? NamePrefix, string? EventSourceArn, string? State, string? NextToken, int? Limit);

internal sealed record ArchiveEntry(
    string ArchiveName, string EventSourceArn, string State, int RetentionDays, long SizeBytes, long EventCount, DateTimeOffset CreationTime);

internal sealed record ListArchivesResponse(IReadOnlyList<ArchiveEntry> Archives, string? NextToken);

internal sealed record ReplayDestinationEntry(string? Arn, IReadOnlyList<string>? FilterArns);

internal sealed record StartReplayRequest(
    string? ReplayName,
    string? Description,
    string? EventSourceArn,
    DateTimeOffset? EventStartTime,
    DateTimeOffset? EventEndTime,
    ReplayDestinationEntry? Destination);

internal sealed record StartReplayResponse(string ReplayArn, string State, DateTimeOffset ReplayStartTime);

internal sealed record ReplayNameRequest(string? ReplayName);

internal sealed record CancelReplayResponse(string ReplayArn, string State);

internal sealed record DescribeReplayResponse(
    string ReplayName,
    string ReplayArn,
    string? Description,
    string State,
    string EventSourceArn,
    ReplayDestinationEntry Destination,
    DateTimeOffset EventStartTime,
    DateTimeOffset EventEndTime,
    DateTimeOffset? EventLastReplayedTime,
    DateTimeOffset ReplayStartTime,
    DateTimeOffset? ReplayEndTime);

internal sealed record ListReplaysRequest(string? NamePrefix, string? State, string? EventSourceArn, string? NextToken, int? Limit);

internal sealed record ReplayEntry(
    string ReplayName,
    string EventSourceArn,
    string State,
    DateTimeOffset EventStartTime,
    DateTimeOffset EventEndTime,
    DateTimeOffset? EventLastReplayedTime,
    DateTimeOffset ReplayStartTime,
    DateTimeOffset? ReplayEndTime);

internal sealed record ListReplaysResponse(IReadOnlyList<ReplayEntry> Replays, string? NextToken);
