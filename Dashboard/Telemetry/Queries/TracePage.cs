namespace Dashboard.Telemetry.Queries;

/// <summary>A part of the traces, and how many there are of them in all.</summary>
internal sealed record TracePage(IReadOnlyList<TraceItem> Items, long Total);
