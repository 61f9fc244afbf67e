using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>A trace as the list is sorted by it; times in nanoseconds since 1970.</summary>
internal readonly record struct TraceTotals(TraceId TraceId, long Start, long End, long Spans, long Errors)
{
    /// <summary>Both parts of the trace together.</summary>
    public TraceTotals With(in TraceTotals other) =>
        new(TraceId, Math.Min(Start, other.Start), Math.Max(End, other.End), Spans + other.Spans, Errors + other.Errors);
}
