namespace Dashboard.Telemetry.Traces;

/// <summary>What is held of one trace, at the moment of the question.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Spans">Its spans, by start.</param>
/// <param name="CorrelationIds">The orders that its spans name.</param>
/// <param name="HasError">Whether a span failed.</param>
internal sealed record Trace(
    TraceId Id,
    IReadOnlyList<SpanRecord> Spans,
    IReadOnlyList<string> CorrelationIds,
    bool HasError);
