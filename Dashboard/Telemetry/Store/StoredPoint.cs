using Dashboard.Telemetry.Metrics;

namespace Dashboard.Telemetry.Store;

/// <summary>A metric point; its time in nanoseconds since 1970.</summary>
internal sealed record StoredPoint(int SeriesId, long Time, double Value, Histogram? Histogram);
