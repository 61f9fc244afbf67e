namespace Dashboard.Telemetry.Traces;

/// <summary>How long a trace is worth keeping: the lower goes first when room is needed.</summary>
internal enum TraceWorth
{
    /// <summary>Neither an order's nor failed: polls, probes, look-ups.</summary>
    Other,

    /// <summary>An order's.</summary>
    Order,

    /// <summary>One with an error.</summary>
    Failed,
}
