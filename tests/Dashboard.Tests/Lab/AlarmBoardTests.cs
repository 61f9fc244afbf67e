using Dashboard.Lab.Alarms;
using Dashboard.Lab.Figures;

namespace Dashboard.Tests.Lab;

public class AlarmBoardTests
{
    private readonly AlarmBoard _board = new();

    [Theory]
    [InlineData(800, false)]
    [InlineData(801, true)]
    public void Concurrency_IsOffAboveFourFifthsOfTheLimit(double concurrent, bool isOn)
    {
        _board.Observe(new LabPoint { Seconds = 10, ConcurrentExecutions = concurrent }, accountConcurrency: 1_000);
        IsOn(AlarmKind.Concurrency).ShouldBe(isOn);
    }

    [Fact]
    public void Success_IsOffBelow95Percent_AndNotForWantOfInvocations()
    {
        ObserveFor(60, new LabPoint { Seconds = 0, SuccessRatePercent = null });
        IsOn(AlarmKind.Success).ShouldBeFalse();
        ObserveFor(60, new LabPoint { Seconds = 100, SuccessRatePercent = 94.9 });
        IsOn(AlarmKind.Success).ShouldBeTrue();
        ObserveFor(60, new LabPoint { Seconds = 200, SuccessRatePercent = 95 });
        IsOn(AlarmKind.Success).ShouldBeFalse();
    }

    [Fact]
    public void Success_InvocationsCease_EndsForWantOfData()
    {
        ObserveFor(60, new LabPoint { Seconds = 0, SuccessRatePercent = 10 });
        IsOn(AlarmKind.Success).ShouldBeTrue();

        ObserveFor(60, new LabPoint { Seconds = 70, SuccessRatePercent = null });

        IsOn(AlarmKind.Success).ShouldBeFalse();
        Of(AlarmKind.Success).Episodes.ShouldBe([new(20, 70, IsForWantOfData: true)]);
        Of(AlarmKind.Success).MissingData!.ShouldContain("treated as missing");
    }

    [Fact]
    public void Duration_TwoStretchesWithoutInvocations_EndsForWantOfData()
    {
        Observe(20, isOutside: true);
        Observe(40, isOutside: true);
        _board.Observe(new QuantilePoint(60, null, null, null));
        IsOn(AlarmKind.Duration).ShouldBeTrue();
        _board.Observe(new QuantilePoint(80, null, null, null));
        Of(AlarmKind.Duration).Episodes.ShouldBe([new(40, 60, IsForWantOfData: true)]);
    }

    [Theory]
    [InlineData(0, 5, 5, true)]
    [InlineData(1, 5, 5, false)]
    [InlineData(0, 5, 0, false)]
    [InlineData(0, 0, 5, false)]
    public void NoDeliveries_IsOffWhileOrdersAreUnderWayForAMinute(double delivered, double inFlight, double minuteAgo, bool isOn)
    {
        var point = new LabPoint { Seconds = 70, DeliveredPerMinute = delivered, InFlight = inFlight, InFlightMinuteAgo = minuteAgo };
        _board.Observe(point, accountConcurrency: 1_000);
        IsOn(AlarmKind.NoDeliveries).ShouldBe(isOn);
    }

    [Fact]
    public void Duration_OneStretchOutside_MayBeChance_TwoAreNot()
    {
        Observe(20, isOutside: true);
        Observe(40, isOutside: false);
        Observe(60, isOutside: true);
        IsOn(AlarmKind.Duration).ShouldBeFalse();
        Observe(80, isOutside: true);
        IsOn(AlarmKind.Duration).ShouldBeTrue();
        Of(AlarmKind.Duration).Episodes.ShouldBe([new(80, null)]);
    }

    [Fact]
    public void Duration_NothingExpectedYet_IsNoAlarm()
    {
        _board.Observe(new QuantilePoint(20, 5, 900, 900));
        _board.Observe(new QuantilePoint(40, 5, 900, 900));
        IsOn(AlarmKind.Duration).ShouldBeFalse();
    }

    private void ObserveFor(double seconds, LabPoint point)
    {
        for (var at = 0.0; at <= seconds; at += 10)
        {
            _board.Observe(point with { Seconds = point.Seconds + at }, accountConcurrency: 1_000);
        }
    }

    private void Observe(double seconds, bool isOutside) =>
        _board.Observe(new QuantilePoint(seconds, 1, 2, 3) { Band = new(0, 1, isOutside) });

    private bool IsOn(AlarmKind kind) => Of(kind).IsOn;

    private AlarmState Of(AlarmKind kind) => _board.States.Single(state => state.Kind == kind);
}
