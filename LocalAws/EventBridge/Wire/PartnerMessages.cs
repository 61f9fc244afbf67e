namespace LocalAws.EventBridge.Wire;

internal sealed record NamedRequest(string? Name);

internal sealed record PageRequest(string? NamePrefix, string? NextToken, int? Limit);

internal sealed record ListEventSourcesResponse(IReadOnlyList<string> EventSources);

internal sealed record ListPartnerEventSourcesResponse(IReadOnlyList<string> PartnerEventSources);

internal sealed record ListEndpointsResponse(IReadOnlyList<string> Endpoints);
