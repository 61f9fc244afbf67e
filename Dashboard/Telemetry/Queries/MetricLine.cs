namespace Dashboard.Telemetry.Queries;

/// <summary>A line of a chart: a value for each step, null where nothing is known.</summary>
internal sealed record MetricLine(string Name, IReadOnlyList<Tag> Tags, IReadOnlyList<double?> Values);
