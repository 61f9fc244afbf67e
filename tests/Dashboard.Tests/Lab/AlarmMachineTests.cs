using Dashboard.Lab.Alarms;

namespace Dashboard.Tests.Lab;

public class AlarmMachineTests
{
    [Fact]
    public void Observe_ConditionHeldForLessThanAsked_StaysQuiet()
    {
        var alarm = new AlarmMachine(hold: 20, release: 20);
        alarm.Observe(10, true);
        alarm.Observe(20, true);
        alarm.Observe(30, false);
        alarm.Observe(40, true);
        alarm.IsOn.ShouldBeFalse();
        alarm.Episodes.ShouldBeEmpty();
    }

    [Fact]
    public void Observe_ConditionHeld_GoesOff_AndSaysWhen()
    {
        var alarm = new AlarmMachine(hold: 20, release: 20);
        alarm.Observe(10, true);
        alarm.Observe(20, true);
        alarm.Observe(30, true);
        alarm.IsOn.ShouldBeTrue();
        alarm.Episodes.ShouldBe([new(30, null)]);
    }

    [Fact]
    public void Observe_WellForLongEnough_EndsWhereItBecameWell()
    {
        var alarm = new AlarmMachine(hold: 0, release: 20);
        alarm.Observe(10, true);
        alarm.Observe(20, false);
        alarm.Observe(30, true);
        alarm.Observe(40, false);
        alarm.Observe(50, false);
        alarm.IsOn.ShouldBeTrue();
        alarm.Observe(60, false);
        alarm.IsOn.ShouldBeFalse();
        alarm.Episodes.ShouldBe([new(10, 40)]);
    }

    [Fact]
    public void Observe_NothingKnown_SetsNothingOff()
    {
        var alarm = new AlarmMachine(hold: 0, release: 0);
        alarm.Observe(10, null);
        alarm.IsOn.ShouldBeFalse();
        alarm.Episodes.ShouldBeEmpty();
    }

    [Fact]
    public void Observe_NothingKnownForLongEnough_EndsForWantOfData()
    {
        var alarm = new AlarmMachine(hold: 0, release: 20);
        alarm.Observe(10, true);
        alarm.Observe(20, null);
        alarm.Observe(30, null);
        alarm.IsOn.ShouldBeTrue();
        alarm.Observe(40, null);
        alarm.IsOn.ShouldBeFalse();
        alarm.Episodes.ShouldBe([new(10, 20, IsForWantOfData: true)]);
    }

    [Fact]
    public void Observe_NothingKnownForAWhile_GoesOnAsItWas()
    {
        var alarm = new AlarmMachine(hold: 0, release: 20);
        alarm.Observe(10, true);
        alarm.Observe(20, null);
        alarm.Observe(30, true);
        alarm.Observe(45, null);
        alarm.IsOn.ShouldBeTrue();
        alarm.Episodes.ShouldBe([new(10, null)]);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(null, false)]
    public void Observe_KnownToBeWellInBetween_EndsBecauseItIs(bool? first, bool? last)
    {
        var alarm = new AlarmMachine(hold: 0, release: 20);
        alarm.Observe(10, true);
        alarm.Observe(20, first);
        alarm.Observe(40, last);
        alarm.Episodes.ShouldBe([new(10, 20)]);
    }

    [Fact]
    public void Observe_GoesOffAgainAndAgain_ForgetsTheFirst()
    {
        var alarm = new AlarmMachine(hold: 0, release: 0);
        for (var i = 0; i < 1_000; i++)
        {
            alarm.Observe(i, i % 2 == 0);
        }

        alarm.Episodes.Count.ShouldBeLessThanOrEqualTo(50);
        alarm.Episodes[^1].ShouldBe(new(998, 999));
    }
}
