namespace LocalAws.EventBridge.Wire;

internal sealed record ApiDestinationRequest(
    string? Name, string? Description, string? ConnectionArn, string? InvocationEndpoint, string? HttpMethod, int? InvocationRateLimitPerSecond);

internal sealed record ApiDestinationNameRequest(string? Name);

internal sealed record ApiDestinationChangedResponse(
    string ApiDestinationArn, string ApiDestinationState, DateTimeOffset CreationTime, DateTimeOffset LastModifiedTime);

internal sealed record DescribeApiDestinationResponse(
    string ApiDestinationArn,
    string Name,
    string? Description,
    string ApiDestinationState,
    string ConnectionArn,
    string InvocationEndpoint,
    string HttpMethod,
    int InvocationRateLimitPerSecond,
    DateTimeOffset CreationTime,
    DateTimeOffset LastModifiedTime);

internal sealed record ListApiDestinationsRequest(string? NamePrefix, string? ConnectionArn, string? NextToken, int? Limit);

internal sealed record ListApiDestinationsResponse(IReadOnlyList<DescribeApiDestinationResponse> ApiDestinations, string? NextToken);
