using Scenarios.Reports;

namespace Dashboard.Runs;

/// <summary>A run that is over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">What it came to.</param>
public sealed record FinishedRun(string Id, RunReport Report);
