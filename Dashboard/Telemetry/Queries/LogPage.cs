namespace Dashboard.Telemetry.Queries;

/// <summary>A part of the log records, and how many there are of them in all.</summary>
internal sealed record LogPage(IReadOnlyList<LogRow> Rows, long Total);
