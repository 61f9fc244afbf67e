namespace LocalAws.EventBridge.Wire;

internal sealed record PutEventsRequest(IReadOnlyList<PutEventsEntry?>? Entries, string? EndpointId);

internal sealed record PutEventsEntry(
    DateTimeOffset? Time,
    string? Source,
    IReadOnlyList<string>? Resources,
    string? DetailType,
    string? Detail,
    string? EventBusName,
    string? TraceHeader);

internal sealed record PutEventsResponse(int FailedEntryCount, IReadOnlyList<PutEventsResultEntry> Entries);

internal sealed record PutEventsResultEntry(string? EventId, string? ErrorCode, string? ErrorMessage);

internal sealed record TestEventPatternRequest(string? EventPattern, string? Event);

internal sealed record TestEventPatternResponse(bool Result);
