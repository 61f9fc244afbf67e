namespace Dashboard.Telemetry.Queries;

/// <summary>How many traces began within a second, real time, and how many of them failed.</summary>
internal readonly record struct TraceStarts(DateTimeOffset Second, long Traces, long Failed);
