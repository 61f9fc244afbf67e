namespace Dashboard.Telemetry.Queries;

/// <summary>An attribute by its full key; without a value, that it is there. Numbers and booleans compare as their text.</summary>
internal sealed record AttributeFilter(string Key, string? Value);
