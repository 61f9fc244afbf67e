namespace Dashboard.Api;

/// <summary>A span of another trace that belongs to this one.</summary>
internal sealed record SpanLinkView(string TraceId, string SpanId, IReadOnlyDictionary<string, object?> Attributes);
