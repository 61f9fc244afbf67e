using Scenarios.Reports;

namespace Scenarios.Tests;

/// <summary>Reports to judge.</summary>
internal static class Reports
{
    public static RunReport Of(RunTotals totals, bool flowControl = false, double? p50 = null, double? p99 = null) => new()
    {
        Scenario = "smoke",
        FlowControl = flowControl,
        Speed = 10,
        Seed = 1,
        StartedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        SimulatedSeconds = 60,
        RealSeconds = 6,
        Drained = true,
        Totals = totals,
        Peaks = new() { QueueDepth = 7 },
        TimeToDelivery = new() { P50Seconds = p50, P99Seconds = p99 },
        Minutes = [new() { Minute = 0, SuccessRatePercent = 95 }, new() { Minute = 1, SuccessRatePercent = 40 }, new() { Minute = 2 }],
        Clock = new(),
    };
}
