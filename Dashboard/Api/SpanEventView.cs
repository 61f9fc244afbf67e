namespace Dashboard.Api;

/// <summary>Something that happened during a span.</summary>
internal sealed record SpanEventView(string Name, DateTimeOffset Time, IReadOnlyDictionary<string, object?> Attributes);
