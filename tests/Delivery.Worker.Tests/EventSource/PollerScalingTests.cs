using Delivery.Worker.EventSource;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Settings;

namespace Delivery.Worker.Tests.EventSource;

public sealed class PollerScalingTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Limit_AtFirst_IsThatOfTheInitialPollers() => New(maximum: 100).Limit.ShouldBe(5);

    [Fact]
    public void Limit_MaximumBelowTheInitialPollers_IsTheMaximum() => New(maximum: 3).Limit.ShouldBe(3);

    [Fact]
    public void Limit_AllBusy_GrowsByFiveASecondUpToTheMaximum()
    {
        var scaling = New(maximum: 10);
        scaling.Busy();

        Later(0.2, scaling).ShouldBe(6);
        Later(0.4, scaling).ShouldBe(8);
        Later(0.4, scaling).ShouldBe(10);
        Later(60, scaling).ShouldBe(10);
    }

    [Fact]
    public void Limit_AMinuteBusy_GrowsByThreeHundred()
    {
        var scaling = New(maximum: 1_000);
        scaling.Busy();

        Later(60, scaling).ShouldBe(305);
    }

    [Fact]
    public void Limit_NotAllBusy_StaysWhereItIs()
    {
        var scaling = New(maximum: 100);
        Later(60, scaling).ShouldBe(5);

        scaling.Busy();
        Later(1, scaling).ShouldBe(10);
        scaling.Free();
        Later(60, scaling).ShouldBe(10);
    }

    [Fact]
    public void UntilNext_Busy_IsWhenTheLimitGrows()
    {
        var scaling = New(maximum: 6);
        scaling.Busy();

        var wait = scaling.UntilNext.ShouldNotBeNull();
        _clock.Advance(wait);

        scaling.Limit.ShouldBe(6);
        scaling.UntilNext.ShouldBeNull();
    }

    [Fact]
    public void Idle_AfterGrowth_IsBackAtTheInitialPollers()
    {
        var scaling = New(maximum: 100);
        scaling.Busy();
        Later(5, scaling).ShouldBe(30);

        scaling.Idle();

        Later(5, scaling).ShouldBe(5);
    }

    [Fact]
    public void BackOff_Errors_TakeOneEachAndRestBeforeItGrowsAgain()
    {
        var scaling = New(maximum: 10);
        scaling.Busy();
        Later(1, scaling).ShouldBe(10);

        scaling.BackOff();
        scaling.BackOff();

        Later(0.9, scaling).ShouldBe(8);
        Later(0.3, scaling).ShouldBe(9);
    }

    [Fact]
    public void BackOff_AnyNumberOfErrors_LeavesOne()
    {
        var scaling = New(maximum: 10);
        for (var error = 0; error < 50; error++)
        {
            scaling.BackOff();
        }

        scaling.Limit.ShouldBe(1);
    }

    private PollerScaling New(int maximum) => new(new LiveSettings(new SystemSettings { EventSource = new EventSourceSettings { MaximumConcurrency = maximum } }), _clock);

    private int Later(double seconds, PollerScaling scaling)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return scaling.Limit;
    }
}
