using AppHost.Experiments;
using Scenarios.Expectations;

namespace AppHost.Tests.Experiments;

public sealed class ExperimentResultTests
{
    [Fact]
    public void Judge_Expectations_AreAskedOfTheArmsThatTheyConcern()
    {
        var result = Results.TwoArms("on: dropped == 0", "dropped == 0");

        result.Expectations.ShouldBe(
        [
            new("on: dropped == 0", "flow control on", true),
            new("dropped == 0", "flow control off", false),
            new("dropped == 0", "flow control on", true),
        ]);
        result.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void Succeeded_EverythingAccountedForAndMet_IsTrue()
    {
        Results.TwoArms("on: dropped == 0", "unaccounted == 0").Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Succeeded_FigureThatIsNotKnown_IsFalse()
    {
        Results.TwoArms("minutes.lowestSuccessRatePercent > 1 && cost.total / 2 > 0").Succeeded.ShouldBeTrue();
        Results.TwoArms("minutes.lowestSuccessRatePercent > 1 && cost.total / (1 - 1) > 0").Succeeded.ShouldBeFalse("nothing is divided by nothing");
        var unknown = Results.TwoArms();
        var nothing = unknown with { Expectations = [new("p50Seconds < 1", "flow control on", null)] };

        nothing.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void Succeeded_ArmWithoutReportOrWithExitCode_IsFalse()
    {
        var result = Results.TwoArms();

        (result with { Arms = [result.Arms[0], result.Arms[1] with { ExitCode = 1 }] }).Succeeded.ShouldBeFalse();
        (result with { Arms = [result.Arms[0], result.Arms[1] with { Report = null }] }).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void FindIdle_ExpectationOfAnArmThatIsNotPlayed_IsFound()
    {
        var expectation = Expectation.Parse("off: dropped > 0");

        ExperimentResult.FindIdle([expectation], [new(true, [])]).ShouldBe(expectation);
        ExperimentResult.FindIdle([expectation], [new(false, [])]).ShouldBeNull();
    }
}
