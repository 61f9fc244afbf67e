using Dashboard.Components.Pages.Runs;
using Dashboard.Runs;
using Dashboard.Tests.Runs;
using Dashboard.Views.Runs;

namespace Dashboard.Tests.Views;

public sealed class ComparedRunsTests
{
    private static readonly FinishedRun Off = FinishedRuns.Of("off", flowControl: false, 1);
    private static readonly FinishedRun On = FinishedRuns.Of("on", flowControl: true, 2);
    private static readonly FinishedRun LastOff = FinishedRuns.Of("last-off", flowControl: false, 3);

    [Fact]
    public void Choose_NothingNamed_IsTheLastWithoutAndTheLastWith()
    {
        var runs = ComparedRuns.Choose([LastOff, On, Off], null, "")!;

        (runs.First, runs.Second).ShouldBe((LastOff, On));
    }

    [Fact]
    public void Choose_OneNamed_TheOtherIsChosen()
    {
        ComparedRuns.Choose([LastOff, On, Off], "off", null)!.Second.ShouldBe(On);
        ComparedRuns.Choose([LastOff, On, Off], null, "last-off")!.First.ShouldBe(Off);
    }

    [Fact]
    public void Choose_OnlyOneKind_IsTheLastTwo()
    {
        var runs = ComparedRuns.Choose([LastOff, Off], null, null)!;

        (runs.First, runs.Second).ShouldBe((LastOff, Off));
        (runs.FirstName == runs.SecondName).ShouldBeFalse();
        runs.Comparison.Verdict[0].ShouldContain(runs.FirstName);
    }

    [Fact]
    public void Choose_LastRunsWereCutShort_IsThoseThatWerePlayedToTheirEnd()
    {
        var cutOff = FinishedRuns.Of("cut-off", flowControl: false, 8);
        cutOff = cutOff with { Report = cutOff.Report with { Drained = false } };
        var halfOn = FinishedRuns.Of("half-on", flowControl: true, 9);
        halfOn = halfOn with { Report = halfOn.Report with { Load = new() { Incomplete = true } } };

        var runs = ComparedRuns.Choose([halfOn, cutOff, On, Off], null, null)!;

        (runs.First, runs.Second).ShouldBe((Off, On));
        ComparedRuns.Choose([halfOn, cutOff, Off], null, null)!.Second.ShouldBe(halfOn);
        ComparedRuns.Choose([halfOn, cutOff, Off], null, null)!.Comparison.Verdict.ShouldContain("Careful: a load was not played to its end.");
        ComparedRuns.Choose([halfOn, cutOff, On, Off], "cut-off", null)!.Second.ShouldBe(On);
    }

    [Fact]
    public void Choose_RunsOfSeveralScenarios_IsTheLastTwoOfOne()
    {
        var talk = FinishedRuns.Of("talk-off", flowControl: false, 9, "talk");

        (ComparedRuns.Choose([talk, On, Off], null, null)! is var runs && (runs.First, runs.Second) == (Off, On)).ShouldBeTrue();
        ComparedRuns.Choose([talk, On], null, null)!.Comparison.Verdict.ShouldContain(sentence => sentence.StartsWith("Careful: the scenarios differ (talk, smoke)"));
    }

    [Fact]
    public void Choose_LastRunsWereTurned_IsThoseThatWereNot()
    {
        var (turnedOff, turnedOn) = (Turned("turned-off", flowControl: true, 8), Turned("turned-on", flowControl: false, 9));

        (ComparedRuns.Choose([turnedOn, turnedOff, On, Off], null, null)! is var runs && (runs.First, runs.Second) == (Off, On)).ShouldBeTrue();
        (ComparedRuns.Choose([turnedOn, LastOff, Off], null, null)! is var same && (same.First, same.Second) == (LastOff, Off)).ShouldBeTrue();
        (ComparedRuns.Choose([turnedOn, Off], null, null)! is var rest && (rest.First, rest.Second) == (Off, turnedOn)).ShouldBeTrue();
        ComparedRuns.Choose([turnedOn, On, Off], "off", "turned-on")!.Comparison.Verdict[0]
            .ShouldStartWith("Careful: the run with flow control off → on at 0:32 was played neither with nor without flow control");
    }

    [Fact]
    public void Missing_NoRunOfOneWay_SaysWhichAndWhatToDo()
    {
        var turned = Turned("turned", flowControl: true, 8);

        ComparedRuns.Missing([On, Off]).ShouldBeNull();
        ComparedRuns.Missing([turned, Off]).ShouldNotBeNull().ShouldStartWith("There is no run with flow control yet: turn FlowControl on");
        ComparedRuns.Missing([On]).ShouldNotBeNull().ShouldStartWith("There is no run without flow control yet: turn FlowControl off");
        ComparedRuns.Missing([turned]).ShouldNotBeNull().ShouldStartWith("There is no run without and none with");
    }

    [Theory]
    [InlineData("gone", null)]
    [InlineData(null, "gone")]
    public void Choose_OneThatIsNotKept_IsNothing(string? first, string? second) =>
        ComparedRuns.Choose([On, Off], first, second).ShouldBeNull();

    [Fact]
    public void Choose_OneRun_IsNothing() => ComparedRuns.Choose([On], null, null).ShouldBeNull();

    [Fact]
    public void Verdict_OfBothKinds_SaysWithAndWithout() =>
        ComparedRuns.Choose([On, Off], null, null)!.Comparison.Verdict[0].ShouldBe("Lost: 2 of 7 orders (28.6 %) without flow control; nothing with flow control.");

    [Fact]
    public void Drawing_OfTheTalk_HasItsCurvesBehindTheRuns()
    {
        var talk = new ComparedRuns(
            FinishedRuns.Of("a", false, 1, "talk", new Scenarios.Reports.RunMinute { Minute = 0, Dropped = 3 }), FinishedRuns.Of("b", true, 2, "talk"));

        var dropped = ComparisonDrawing.Of(talk).Single(drawing => drawing.Model.Title == "AsyncEventsDropped");

        dropped.Model.Series.Count.ShouldBe(3);
        dropped.Points.ShouldContain(new Dashboard.Components.Charts.ChartPoint(0, 0.5, 3));
        dropped.Points.Where(point => point.Series == 2).Max(point => point.Y).ShouldBe(462);
        ComparisonDrawing.Of(new(Off, On)).ShouldAllBe(drawing => drawing.Model.Series.Count == 2);
        ComparisonDrawing.Of(talk).ShouldAllBe(drawing => drawing.Model.AxisMinimum == 0, "minutes count from the run's begin");
        ComparisonDrawing.Of(new(Turned("turned", flowControl: false, 1, "talk"), On)).ShouldAllBe(drawing => drawing.Model.Series.Count == 2);
    }

    private static FinishedRun Turned(string id, bool flowControl, double minute, string? scenario = null)
    {
        var run = FinishedRuns.Of(id, flowControl, minute, scenario);
        return run with { Report = run.Report with { Flips = [new() { AtSeconds = 32, Enabled = !flowControl }] } };
    }
}
