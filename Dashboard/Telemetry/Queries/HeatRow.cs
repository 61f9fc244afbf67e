namespace Dashboard.Telemetry.Queries;

/// <summary>A bucket over time: how many values of (<paramref name="Lower"/>, <paramref name="Upper"/>] fell into each step.</summary>
internal sealed record HeatRow(double Lower, double Upper, IReadOnlyList<double> Counts);
