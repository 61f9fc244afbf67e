namespace Scenarios.Reports;

/// <summary>A run as it stands now. All times are simulated.</summary>
public sealed record LiveRun
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>Simulated seconds since it began.</summary>
    public required double SimulatedSeconds { get; init; }

    /// <summary>Whether every accepted order is delivered or dropped, in figures newer than the last change.</summary>
    public required bool Settled { get; init; }

    /// <summary>Counts so far.</summary>
    public required RunTotals Totals { get; init; }

    /// <summary>The highest values so far.</summary>
    public required RunPeaks Peaks { get; init; }

    /// <summary>The simulated minutes so far; the last one is still going on.</summary>
    public required IReadOnlyList<RunMinute> Minutes { get; init; }

    /// <summary>The state and the rates of the moment.</summary>
    public required LiveGauges Now { get; init; }
}
