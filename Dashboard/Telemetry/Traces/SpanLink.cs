namespace Dashboard.Telemetry.Traces;

/// <summary>A span of another trace that belongs to this one.</summary>
internal sealed record SpanLink(TraceId TraceId, SpanId SpanId, IReadOnlyList<Tag> Tags);
