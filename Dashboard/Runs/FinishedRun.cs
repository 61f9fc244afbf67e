using Scenarios.Reports;

namespace Dashboard.Runs;

/// <summary>A run that is over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">What it came to.</param>
public sealed record FinishedRun(string Id, RunReport Report)
{
    /// <summary>What people call it; the scenario and how it was played until somebody renames it.</summary>
    public string Name { get; init; } = DefaultName(Report);

    /// <summary>A file that is no run has no report either, and is refused by whoever reads it.</summary>
    private static string DefaultName(RunReport? report) =>
        report is null ? "" : $"{report.Scenario}, flow control {RunWords.FlowControl(report)}";
}
