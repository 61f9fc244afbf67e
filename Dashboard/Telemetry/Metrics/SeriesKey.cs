namespace Dashboard.Telemetry.Metrics;

/// <summary>What makes points one series; <paramref name="Tags"/> in canonical form.</summary>
internal readonly record struct SeriesKey(ResourceKey Resource, string Meter, string Instrument, InstrumentKind Kind, string Tags);
