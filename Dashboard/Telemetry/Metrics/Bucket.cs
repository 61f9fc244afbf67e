namespace Dashboard.Telemetry.Metrics;

/// <summary><paramref name="Count"/> values from <paramref name="Lower"/> to <paramref name="Upper"/>.</summary>
internal readonly record struct Bucket(double Lower, double Upper, double Count);
