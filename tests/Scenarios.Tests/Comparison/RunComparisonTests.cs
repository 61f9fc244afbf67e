using Scenarios.Comparison;
using Scenarios.Costs;
using Scenarios.Reports;

namespace Scenarios.Tests.Comparison;

public sealed class RunComparisonTests
{
    private static readonly RunReport Off =
        Reports.Of(new RunTotals { Accepted = 1000, Delivered = 800, Dropped = 200, Calls = 6000, Throttled = 4500 }, p50: 15, p99: 250);

    private static readonly RunReport On =
        Reports.Of(new RunTotals { Accepted = 1000, Delivered = 1000, Calls = 1250 }, flowControl: true, p50: 540, p99: 1260);

    [Fact]
    public void Of_TwoRuns_HasTheirFiguresAndDifferences()
    {
        var dropped = RunComparison.Of(Off, On, "without", "with").Figures.Single(figure => figure.Title == "Dropped");

        dropped.First.ShouldBe(200);
        dropped.Second.ShouldBe(0);
        dropped.Difference.ShouldBe(-200);
        dropped.DifferencePercent.ShouldBe(-100);
    }

    [Fact]
    public void Of_TwoRuns_SaysWhatWasLostAndHowLateItWas()
    {
        var verdict = RunComparison.Of(Off, On, "without flow control", "with it").Verdict;

        verdict.ShouldContain("Lost: 200 of 1,000 orders (20.0 %) without flow control; nothing with it.");
        verdict.ShouldContain(
            "Late: without flow control half of the deliveries took 15 s, one in a hundred more than 4.2 minutes; with it half of the deliveries took 9.0 minutes, one in a hundred more than 21.0 minutes.");
        verdict.ShouldContain("Amplification: 7.5 calls of SlowApi for each delivered order without flow control, 1.3 with it.");
    }

    [Fact]
    public void Of_PricedRuns_SaysWhatTheyCost()
    {
        var price = PriceList.Current;
        var off = Off with { Cost = CostMeter.Price(Off.Totals with { BilledSeconds = 75_000, WastedSeconds = 37_500 }, price) };
        var on = On with { Cost = CostMeter.Price(On.Totals, price) };

        RunComparison.Of(off, on, "without", "with").Verdict
            .ShouldContain(sentence => sentence.StartsWith("Cost: 1.01 USD without, 0.50 of it for nothing; ", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RunsThatAreNoFairMatch_CautionsThatTheyAreNot()
    {
        var verdict = RunComparison.Of(Off, On with { Scenario = "talk", Drained = false, Totals = On.Totals with { Accepted = 7 } }, "a", "b").Verdict;

        verdict.Count(sentence => sentence.StartsWith("Careful:", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Of_NothingDelivered_SaysSo()
    {
        RunComparison.Of(Reports.Of(new()), On, "first", "second").Verdict.ShouldContain(sentence => sentence.Contains("first nothing was delivered"));
    }

    [Fact]
    public void DifferencePercent_FromNothing_SaysNothing()
    {
        new ComparedFigure("", "", 0, 5).DifferencePercent.ShouldBeNull();
        new ComparedFigure("", "", null, 5).Difference.ShouldBeNull();
    }
}
