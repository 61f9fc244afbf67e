using Dashboard.Runs;
using Scenarios.Reports;

namespace Dashboard.Tests.Runs;

/// <summary>Runs that are over.</summary>
internal static class FinishedRuns
{
    /// <summary>A run that began so many minutes after a fixed time.</summary>
    public static FinishedRun Of(string id, bool flowControl, double minute, string? scenario = null, params IReadOnlyList<RunMinute> minutes) =>
        new(id, new RunReport
        {
            Scenario = scenario ?? "smoke",
            FlowControl = flowControl,
            Speed = 10,
            Seed = 1,
            StartedAt = MetricScript.Zero.AddMinutes(minute),
            SimulatedSeconds = 90,
            RealSeconds = 9,
            Drained = true,
            Totals = new() { Accepted = 7, Delivered = flowControl ? 7 : 5, Dropped = flowControl ? 0 : 2, Calls = 14 },
            Peaks = new(),
            TimeToDelivery = new(),
            Minutes = minutes,
            Clock = new(),
        });
}
