namespace LocalAws.EventBridge.Wire;

internal sealed record TagEntry(string? Key, string? Value);

internal sealed record LogConfigEntry(string? IncludeDetail, string? Level);

internal sealed record CreateEventBusRequest(
    string? Name,
    string? Description,
    string? EventSourceName,
    string? KmsKeyIdentifier,
    DeadLetterConfigEntry? DeadLetterConfig,
    LogConfigEntry? LogConfig,
    IReadOnlyList<TagEntry?>? Tags);

internal sealed record CreateEventBusResponse(
    string EventBusArn, string? Description, string? KmsKeyIdentifier, DeadLetterConfigEntry? DeadLetterConfig, LogConfigEntry? LogConfig);

internal sealed record UpdateEventBusRequest(
    string? Name, string? Description, string? KmsKeyIdentifier, DeadLetterConfigEntry? DeadLetterConfig, LogConfigEntry? LogConfig);

internal sealed record UpdateEventBusResponse(
    string Arn, string Name, string? Description, string? KmsKeyIdentifier, DeadLetterConfigEntry? DeadLetterConfig, LogConfigEntry? LogConfig);

internal sealed record EventBusNameRequest(string? Name);

internal sealed record DescribeEventBusResponse(
    string Name,
    string Arn,
    string? Description,
    string? KmsKeyIdentifier,
    DeadLetterConfigEntry? DeadLetterConfig,
    string? Policy,
    LogConfigEntry? LogConfig,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime);

internal sealed record ListEventBusesRequest(string? NamePrefix, string? NextToken, int? Limit);

internal sealed record EventBusEntry(
    string Name, string Arn, string? Description, string? Policy, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime);

internal sealed record ListEventBusesResponse(IReadOnlyList<EventBusEntry> EventBuses, string? NextToken);

internal sealed record PermissionCondition(string? Type, string? Key, string? Value);

internal sealed record PutPermissionRequest(
    string? EventBusName, string? Action, string? Principal, string? StatementId, PermissionCondition? Condition, string? Policy);

internal sealed record RemovePermissionRequest(string? EventBusName, string? StatementId, bool? RemoveAllPermissions);

internal sealed record TagResourceRequest(string? ResourceARN, IReadOnlyList<TagEntry?>? Tags);

internal sealed record UntagResourceRequest(string? ResourceARN, IReadOnlyList<string?>? TagKeys);

internal sealed record ListTagsForResourceRequest(string? ResourceARN);

internal sealed record ListTagsForResourceResponse(IReadOnlyList<TagEntry> Tags);

/// <summary>An answer without content.</summary>
internal sealed record EmptyResponse;
