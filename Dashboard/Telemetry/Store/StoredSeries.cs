using Dashboard.Telemetry.Metrics;

namespace Dashboard.Telemetry.Store;

/// <summary>A series under its number in the store.</summary>
internal sealed record StoredSeries(
    int Id, SeriesKey Key, Resource Resource, IReadOnlyList<Tag> Tags, bool IsDelta, string Unit, string Description);
