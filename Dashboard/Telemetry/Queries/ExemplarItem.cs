using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Queries;

/// <summary>A measurement that names its trace.</summary>
internal sealed record ExemplarItem(DateTimeOffset Time, double Value, TraceId TraceId, SpanId SpanId, IReadOnlyList<Tag> Tags);
