namespace Dashboard.Telemetry.Metrics;

/// <summary>A value at a real time.</summary>
internal readonly record struct Sample(DateTimeOffset Time, double Value);
