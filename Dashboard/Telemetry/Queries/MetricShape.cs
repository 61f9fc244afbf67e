namespace Dashboard.Telemetry.Queries;

/// <summary>What is made of an instrument's points.</summary>
internal enum MetricShape
{
    /// <summary>The last value in each step; a histogram's count.</summary>
    Value,

    /// <summary>The growth a second, real time, in each step: of a counter, or of a histogram's count.</summary>
    Rate,

    /// <summary>A histogram's p50, p90 and p99 of what was recorded in each step, all series together.</summary>
    Percentiles,

    /// <summary>How many of a histogram's values fell into which bucket in each step, all series together.</summary>
    HeatMap,
}
