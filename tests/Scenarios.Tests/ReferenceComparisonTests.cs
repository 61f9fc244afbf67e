using Scenarios.References;
using Scenarios.Reports;

namespace Scenarios.Tests;

public sealed class ReferenceComparisonTests
{
    private static readonly ReferenceCurves Talk = ReferenceCurves.For("talk")!;

    [Fact]
    public void Of_TheSlideItself_DiffersNowhere()
    {
        // The slide's own key points, a minute each.
        var success = new double?[] { 97, 97, 97, 97, 97, 97, 97, 90, 78, 67, 55, 38, 14, 1, 1, 1, 1, 1, 1, 1, 25, 72, 96, 98 };

        var figures = ReferenceComparison.Of(Report(success, concurrent: 886, dropped: 462, errors: 1_700), Talk);

        figures.Select(figure => figure.Reference).ShouldBe([886, 462, 1_700, 1, 3.91 * 60, 4 * 60], tolerance: 1);
        figures.ShouldAllBe(figure => !figure.IsDifferent);
    }

    [Fact]
    public void Of_ARunThatFallsHalfAsDeepAndTwiceAsFast_SaysByHowMuchAndWhy()
    {
        var figures = ReferenceComparison.Of(Report([97, 97, 97, 50, 20, 20, 97], concurrent: 500, dropped: 470, errors: 1_700), Talk);

        figures[0].DeviationPercent!.Value.ShouldBe(-43.6, 0.1);
        figures[0].IsDifferent.ShouldBeTrue();
        figures[1].IsDifferent.ShouldBeFalse();
        (figures[3].Measured, figures[3].IsDifferent).ShouldBe((20, true));
        figures[3].Explanation.ShouldNotBeNull();
        figures[4].Measured!.Value.ShouldBe(57.4, 0.1);
    }

    [Fact]
    public void Of_ARunWithASlowStart_CountsTheFallFromWhereItBegan() =>
        ReferenceComparison.Of(Report([60, 97, 97, 97, 50, 20, 20, 97], concurrent: 1, dropped: 1, errors: 1), Talk)[4].Measured!.Value.ShouldBe(57.4, 0.1);

    [Fact]
    public void Of_ARunThatHolds_NeverCameToACollapse()
    {
        var figures = ReferenceComparison.Of(Report([100, null, 99], concurrent: 10, dropped: 0, errors: 1), Talk);

        figures.Skip(4).ShouldAllBe(figure => figure.Measured == null && figure.DeviationPercent == null && figure.IsDifferent);
    }

    [Fact]
    public void Explanations_OfTheTalk_AreThereForEachFigure() =>
        ReferenceComparison.Of(Report([100], concurrent: 1, dropped: 1, errors: 1), Talk).ShouldAllBe(figure => figure.Explanation != null);

    private static RunReport Report(double?[] success, long concurrent, long dropped, long errors) => Reports.Of(new()) with
    {
        Scenario = "talk",
        Minutes = [.. success.Select((percent, minute) => new RunMinute { Minute = minute, SuccessRatePercent = percent })],
        Peaks = new() { ConcurrentExecutions = concurrent, AsyncEventsDroppedPerMinute = dropped, ErrorsPerMinute = errors },
    };
}
