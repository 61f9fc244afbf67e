using Scenarios.Costs;
using Scenarios.Settings;

namespace Scenarios.Reports;

/// <summary>What a run came to. All times are simulated but <see cref="RealSeconds"/>.</summary>
public record RunReport
{
    /// <summary>The scenario played.</summary>
    public required string Scenario { get; init; }

    /// <summary>Whether events went through the queue when the run began.</summary>
    public required bool FlowControl { get; init; }

    /// <summary>How it was turned during the run, the earliest first; empty: the run was played one way. Never null.</summary>
    public IReadOnlyList<FlowControlFlip> Flips { get; init => field = value ?? []; } = [];

    /// <summary>The settings of the system when the run began; null in a report that does not know them.</summary>
    public SystemSettings? Settings { get; init; }

    /// <summary>How they were changed during the run, the earliest first. Never null.</summary>
    public IReadOnlyList<SettingChange> SettingChanges { get; init => field = value ?? []; } = [];

    /// <summary>Simulated seconds a real second.</summary>
    public required double Speed { get; init; }

    /// <summary>The run's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>When it began, real time, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From its beginning, where the minutes and the charts begin too, to the last settled order, or to the moment the run was given up.</summary>
    public required double SimulatedSeconds { get; init; }

    /// <summary>The same in real seconds.</summary>
    public required double RealSeconds { get; init; }

    /// <summary>Whether every order was settled; false: the run was given up or cancelled first.</summary>
    public required bool Drained { get; init; }

    /// <summary>Counts over the run.</summary>
    public required RunTotals Totals { get; init; }

    /// <summary>The highest values over the run.</summary>
    public required RunPeaks Peaks { get; init; }

    /// <summary>From acceptance to delivery.</summary>
    public required TimeToDelivery TimeToDelivery { get; init; }

    /// <summary>What the run would have cost on AWS; null in a report that was not priced.</summary>
    public RunCost? Cost { get; init; }

    /// <summary>A row a simulated minute, from minute 0.</summary>
    public required IReadOnlyList<RunMinute> Minutes { get; init; }

    /// <summary>How late timers fired, over all processes.</summary>
    public required ClockLag Clock { get; init; }

    /// <summary>What the load generator planned and did; null until it is known.</summary>
    public LoadSummary? Load { get; init; }

    /// <summary>What could not be found out, a sentence each; empty when the report is complete.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
