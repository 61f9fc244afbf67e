using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>A trace as the list is sorted by it; times in nanoseconds since 1970.</summary>
internal readonly record struct TraceTotals(TraceId TraceId, long Start, long End, long Spans, long Errors);
