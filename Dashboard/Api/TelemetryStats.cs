namespace Dashboard.Api;

/// <summary>
/// How much telemetry came and what became of it: what was sent is what is held, trimmed, waiting or refused.
/// </summary>
public sealed record TelemetryStats
{
    /// <summary>Spans held.</summary>
    public required long Spans { get; init; }

    /// <summary>Log records held.</summary>
    public required long Logs { get; init; }

    /// <summary>Metric points held.</summary>
    public required long MetricPoints { get; init; }

    /// <summary>Items sent away, for want of room or because they made no sense; items that the disk did not take; and metric points beyond the series that are stored.</summary>
    public required long Refused { get; init; }

    /// <summary>Items that were taken in and are no longer held.</summary>
    public required long Trimmed { get; init; }

    /// <summary>Items taken in and not stored yet.</summary>
    public required long Waiting { get; init; }

    /// <summary>Requests that were a sender's second try of one that was already stored, and were not stored again.</summary>
    public required long Repeated { get; init; }

    /// <summary>What senders say that they exported, beside what is stored of it; null where nobody asked for it.</summary>
    public ExportTotals? Exported { get; init; }

    /// <summary>Why the store takes nothing at the moment; null: it does.</summary>
    public string? Problem { get; init; }

    /// <summary>Metric series held in memory.</summary>
    public required long Series { get; init; }
}
