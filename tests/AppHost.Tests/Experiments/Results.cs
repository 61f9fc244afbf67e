using AppHost.Experiments;
using Scenarios.Costs;
using Scenarios.Reports;

namespace AppHost.Tests.Experiments;

/// <summary>Results of experiments that nobody ran.</summary>
internal static class Results
{
    public static ExperimentResult TwoArms(params string[] expectations) => ExperimentResult.Judge(
        new ExperimentPlan
        {
            Scenario = "talk",
            Arms = [new(false, []), new(true, [])],
            Arguments = [],
            Expectations = [.. expectations.Select(Scenarios.Expectations.Expectation.Parse)],
            Folder = "",
        },
        [
            new(new(false, []), Report(false, new() { Accepted = 100, Delivered = 80, Dropped = 20, Calls = 700, Throttled = 500 }), 0),
            new(new(true, []), Report(true, new() { Accepted = 100, Delivered = 100, Calls = 125 }), 0),
        ],
        new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public static RunReport Report(bool flowControl, RunTotals totals) => new()
    {
        Scenario = "talk",
        FlowControl = flowControl,
        Speed = 10,
        Seed = 1,
        StartedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        SimulatedSeconds = 150,
        RealSeconds = 15,
        Drained = true,
        Totals = totals,
        Peaks = new(),
        TimeToDelivery = new() { P50Seconds = 4, P99Seconds = 240 },
        Cost = CostMeter.Price(totals, PriceList.Current),
        Minutes = [new() { Minute = 0, Accepted = 60, SuccessRatePercent = 97.5 }, new() { Minute = 1, Accepted = 40 }, new() { Minute = 2, SuccessRatePercent = 20 }],
        Clock = new(),
    };
}
