namespace Dashboard.Telemetry.Metrics;

/// <summary>How an instrument's points are read.</summary>
internal enum InstrumentKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A value that is as it is: a gauge, or a sum that goes up and down.</summary>
    Gauge,

    /// <summary>A distribution.</summary>
    Histogram,
}
