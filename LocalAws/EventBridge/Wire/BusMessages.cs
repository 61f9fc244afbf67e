namespace LocalAws.EventBridge.Wire;

internal sealed record CreateEventBusRequest(string? Name, string? Description);

internal sealed record CreateEventBusResponse(string EventBusArn, string? Description);

internal sealed record EventBusNameRequest(string? Name);

internal sealed record DescribeEventBusResponse(
    string Name, string Arn, string? Description, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime);

internal sealed record ListEventBusesRequest(string? NamePrefix, string? NextToken, int? Limit);

internal sealed record ListEventBusesResponse(IReadOnlyList<DescribeEventBusResponse> EventBuses, string? NextToken);

/// <summary>An answer without content.</summary>
internal sealed record EmptyResponse;
