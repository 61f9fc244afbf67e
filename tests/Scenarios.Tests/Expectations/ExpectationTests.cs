using CsCheck;
using Scenarios.Expectations;
using Scenarios.Reports;

namespace Scenarios.Tests.Expectations;

public sealed class ExpectationTests
{
    private static readonly RunReport Report =
        Reports.Of(new RunTotals { Accepted = 100, Delivered = 90, Dropped = 10, Calls = 300 }, p99: 120);

    [Theory]
    [InlineData("dropped == 10", true)]
    [InlineData("dropped != 10", false)]
    [InlineData("totals.dropped <= 10", true)]
    [InlineData("TOTALS.Dropped < 10", false)]
    [InlineData("delivered + dropped == accepted", true)]
    [InlineData("delivered / accepted >= 0.9 && queueDepth == 7", true)]
    [InlineData("dropped == 0 || calls > 2 * accepted + 99", true)]
    [InlineData("1 + 2 * 3 == 7 && (1 + 2) * 3 == 9", true)]
    [InlineData("10 - 4 - 3 == 3 && 8 / 4 / 2 == 1", true)]
    [InlineData("!(dropped > 5)", false)]
    [InlineData("-dropped < 0 && --dropped > 0", true)]
    [InlineData("dropped == 10 || 1 == 2 && 1 == 2", true)]
    [InlineData("p99Seconds < 3 * 60", true)]
    [InlineData("lowestSuccessRatePercent >= 40", true)]
    public void IsMetBy_Condition_IsAsWritten(string text, bool expected)
    {
        Expectation.Parse(text).IsMetBy(Report).ShouldBe(expected);
    }

    [Fact]
    public void IsMetBy_FigureThatIsNotKnown_IsNeitherMetNorMissed()
    {
        Expectation.Parse("p50Seconds < 10").IsMetBy(Report).ShouldBeNull();
        Expectation.Parse("!(p50Seconds < 10)").IsMetBy(Report).ShouldBeNull();
        Expectation.Parse("accepted / 0 > 1").IsMetBy(Report).ShouldBeNull("nothing is divided by nothing");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("dropped", 0)]
    [InlineData("dropped ==", 10)]
    [InlineData("dropped == 0 0", 13)]
    [InlineData("dropped = 0", 8)]
    [InlineData("lost == 0", 0)]
    [InlineData("dropped == 1.2.3", 11)]
    [InlineData("(dropped == 0", 13)]
    [InlineData("dropped && accepted", 0)]
    [InlineData("accepted + (dropped == 0) > 1", 12)]
    [InlineData("dropped == 0 == 1", 13)]
    public void Parse_WhatMakesNoSense_IsRefusedAtItsPlace(string text, int position)
    {
        Should.Throw<ExpectationException>(() => Expectation.Parse(text)).Position.ShouldBe(position);
    }

    [Fact]
    public void Parse_UnknownFigure_NamesItAndThoseThereAre()
    {
        var refusal = Should.Throw<ExpectationException>(() => Expectation.Parse("lost == 0"));
        refusal.Message.ShouldContain("totals.dropped");
        refusal.UnknownFigure.ShouldBe("lost");
        Should.Throw<ExpectationException>(() => Expectation.Parse("dropped ==")).UnknownFigure.ShouldBeNull();
    }

    [Fact]
    public void Parse_ThousandParentheses_IsRefusedAndNotFatal()
    {
        Should.Throw<ExpectationException>(() => Expectation.Parse(new string('(', 100_000))).Message.ShouldContain("deep");
    }

    [Theory]
    [InlineData("on: dropped == 0", true)]
    [InlineData("off: dropped == 0", false)]
    public void Parse_Scope_SaysOfWhichRunsItSpeaks(string text, bool flowControl)
    {
        var expectation = Expectation.Parse(text);

        expectation.Concerns(Reports.Of(new(), flowControl)).ShouldBeTrue();
        expectation.Concerns(Reports.Of(new(), !flowControl)).ShouldBeFalse();
    }

    [Fact]
    public void Parse_UnknownScope_IsRefused()
    {
        Should.Throw<ExpectationException>(() => Expectation.Parse("maybe: dropped == 0")).Message.ShouldContain("on: or off:");
    }

    [Fact]
    public void Parse_AnyText_IsReadOrRefused()
    {
        Gen.OneOf(
                Gen.String[Gen.Char["dropedac.=!<>&|()+-*/0123456789 :on"], 0, 30],
                Gen.String[0, 20])
            .Sample(text =>
            {
                try
                {
                    Expectation.Parse(text).IsMetBy(Report);
                }
                catch (ExpectationException refused)
                {
                    refused.Position.ShouldBeInRange(0, text.Length);
                }
            });
    }

    [Fact]
    public void Names_All_AreFiguresOfAReport()
    {
        foreach (var name in ReportFigures.Names)
        {
            ReportFigures.Find(name).ShouldNotBeNull().Invoke(Report);
        }
    }
}
