namespace Dashboard.Telemetry;

/// <summary>An attribute: its value is a string, a long, a double, a bool or null; anything nested has become JSON text at the edge.</summary>
internal readonly record struct Tag(string Key, object? Value);
