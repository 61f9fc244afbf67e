using System.ComponentModel.DataAnnotations;

namespace Dashboard.Telemetry;

/// <summary>The section <c>Dashboard:Limits</c>: how much telemetry is held.</summary>
internal sealed record TelemetryLimits
{
    /// <summary>Spans held. Default 20,000,000.</summary>
    [Range(100, 1_000_000_000)]
    public int MaxSpans { get; init; } = 20_000_000;

    /// <summary>Log records held. Default 20,000,000.</summary>
    [Range(10, 1_000_000_000)]
    public int MaxLogs { get; init; } = 20_000_000;

    /// <summary>Metric points held. Default 20,000,000.</summary>
    [Range(10, 1_000_000_000)]
    public int MaxMetricPoints { get; init; } = 20_000_000;

    /// <summary>Metric series held in memory for runs. Default 5,000.</summary>
    [Range(100, 1_000_000)]
    public int MaxSeries { get; init; } = 5_000;

    /// <summary>
    /// Series that points are stored of, each an instrument of a process with one set of attributes. Points of more are left out, and
    /// counted as refused. Default 20,000.
    /// </summary>
    [Range(100, 1_000_000)]
    public int MaxStoredSeries { get; init; } = 20_000;

    /// <summary>
    /// Of them, series of one instrument of a process. Default 2,000, where OpenTelemetry's SDKs begin to add up the rest ("Cardinality limits").
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxSeriesPerInstrument { get; init; } = 2_000;

    /// <summary>Samples held of one series during a run; beyond, each two become one. Default 2,048.</summary>
    [Range(64, 1_000_000)]
    public int MaxSamples { get; init; } = 2_048;

    /// <summary>Spans, log records or metric points (each on its own) that may wait to be stored. Default 100,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxWaiting { get; init; } = 100_000;
}
