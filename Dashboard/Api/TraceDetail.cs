using Dashboard.Telemetry.Traces;

namespace Dashboard.Api;

/// <summary>A trace with its spans.</summary>
internal sealed record TraceDetail : TraceSummary
{
    /// <summary>Takes all that is held of a trace.</summary>
    public TraceDetail(Trace trace)
        : base(trace) => Spans = [.. trace.Spans.Select(span => new SpanView(span))];

    /// <summary>Its spans, by start.</summary>
    public IReadOnlyList<SpanView> Spans { get; }
}
