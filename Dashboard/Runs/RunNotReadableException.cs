namespace Dashboard.Runs;

/// <summary>The telemetry of a run cannot be had any more, and why.</summary>
internal sealed class RunNotReadableException(string message) : Exception(message);
