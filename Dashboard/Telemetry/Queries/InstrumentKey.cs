namespace Dashboard.Telemetry.Queries;

/// <summary>An instrument of a service: all its instances together.</summary>
internal sealed record InstrumentKey(string Service, string Meter, string Name);
