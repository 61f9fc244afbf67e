namespace Dashboard.Telemetry;

/// <summary>A process, as telemetry names it: service.name and service.instance.id.</summary>
internal readonly record struct ResourceKey(string Service, string Instance);
