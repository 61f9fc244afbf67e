using AppHost.Tests.Experiments;
using Scenarios.Reports;

namespace AppHost.Tests.Terminal;

/// <summary>Runs that nobody played.</summary>
internal static class Runs
{
    public static LiveRun Live(RunTotals totals, bool finished = false) =>
        new(Results.Report(false, totals) with { Drained = false }, "id", new LiveRates()) { Finished = finished };
}
