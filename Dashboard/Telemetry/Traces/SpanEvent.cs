namespace Dashboard.Telemetry.Traces;

/// <summary>Something that happened during a span.</summary>
internal sealed record SpanEvent(DateTimeOffset Time, string Name, IReadOnlyList<Tag> Tags);
