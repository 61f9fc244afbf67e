namespace LocalAws;

/// <summary>The names under which this process publishes what it measures.</summary>
internal static class LocalAwsTelemetry
{
    /// <summary>The meter of all instruments here.</summary>
    public const string Meter = "LocalAws";
}
