using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Metrics;

/// <summary>A measurement that stands for others, with the trace that it was made in.</summary>
internal sealed record Exemplar(DateTimeOffset Time, double Value, TraceId TraceId, SpanId SpanId, IReadOnlyList<Tag> Tags);
