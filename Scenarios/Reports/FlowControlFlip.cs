namespace Scenarios.Reports;

/// <summary>Flow control was turned while a run was on.</summary>
public sealed record FlowControlFlip
{
    /// <summary>When, simulated seconds since the run began.</summary>
    public required double AtSeconds { get; init; }

    /// <summary>Whether it was turned on.</summary>
    public required bool Enabled { get; init; }
}
