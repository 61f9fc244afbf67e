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
    public void Of_RunThatWasTurned_BeginsWithThat()
    {
        var turned = Off with { Flips = [new() { AtSeconds = 32, Enabled = true }] };

        var verdict = RunComparison.Of(turned, On, RunWords.Way(turned), RunWords.Way(On)).Verdict;

        verdict[0].ShouldStartWith("Careful: the run with flow control off → on at 0:32 was played neither with nor without flow control");
        verdict[1].ShouldStartWith("Lost: 200 of 1,000 orders (20.0 %) with flow control off → on at 0:32; nothing with flow control.");
        RunComparison.Of(Off, turned, "in “a”", "in “b”").Verdict[0].ShouldStartWith("Careful: the run in “b” (off → on at 0:32) was");
    }

    [Fact]
    public void Of_RunInWhichSettingsWereChanged_DoesNotCreditFlowControl()
    {
        var changed = On with { SettingChanges = [new() { AtSeconds = 40, Name = "SlowApi:FaultRate", From = "0.2", To = "0" }] };

        RunComparison.Of(Off, changed, "without", "with").Verdict[0].ShouldBe(
            "Careful: settings were changed in the run with: SlowApi:FaultRate 0.2 → 0 at 0:40. What follows from that is not flow control's doing.");
    }

    [Fact]
    public void Of_RunsThatBeganWithDifferentSettings_NamesThem()
    {
        var (before, after) = (Off with { Settings = new() }, On with { Settings = new() { Seed = 2, SlowApi = new() { RateLimit = 20 } } });

        RunComparison.Of(before, after, "a", "b").Verdict[0].ShouldStartWith("Careful: the runs began with different settings: SlowApi:RateLimit 10 and 20.");
        RunComparison.Of(before, after with { Settings = new() { Seed = 2 } }, "a", "b").Verdict.ShouldNotContain(sentence => sentence.StartsWith("Careful"));
        RunComparison.Of(Off, after, "a", "b").Verdict.ShouldNotContain(sentence => sentence.StartsWith("Careful"), "what one does not know cannot differ");
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
