using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ServiceDefaults.Clock;

namespace ServiceDefaults.Tests.Clock;

public sealed class AcceleratedTimerTests
{
    private readonly FakeTimeProvider _real = new();
    private readonly AcceleratedTimeProvider _clock;

    public AcceleratedTimerTests() => _clock = new AcceleratedTimeProvider(10, real: _real);

    [Fact]
    public void CreateTimer_MachineTimersFireEarly_FiresNeitherEarlyNorLate() =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Long[1, 36_000_000_000]).Sample((speed, ticks) =>
        {
            var real = new EarlyTimeProvider();
            var clock = new AcceleratedTimeProvider(speed, real: real);
            var (start, due, firedAfter) = (clock.GetTimestamp(), TimeSpan.FromTicks(ticks), TimeSpan.MinValue);
            using var timer = clock.CreateTimer(_ => firedAfter = clock.GetElapsedTime(start), null, due, Timeout.InfiniteTimeSpan);

            real.Advance((due / speed) - TimeSpan.FromMilliseconds(5));
            for (var step = 0; firedAfter == TimeSpan.MinValue && step < 20; step++)
            {
                real.Advance(TimeSpan.FromMilliseconds(0.5));
            }

            return firedAfter >= due - TimeSpan.FromTicks(1) && firedAfter <= due + TimeSpan.FromMilliseconds(2.5 * speed);
        });

    [Fact]
    public async Task Delay_OnTheMachinesTimers_NeverEndsEarly()
    {
        var clock = new AcceleratedTimeProvider(100);
        await Task.WhenAll(Enumerable.Range(1, 200).Select(async milliseconds =>
        {
            var start = clock.GetTimestamp();
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, TestContext.Current.CancellationToken);
            clock.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(milliseconds) - TimeSpan.FromTicks(1));
        }));
    }

    [Fact]
    public void Delay_OfSimulatedMinute_TakesSixSeconds()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        _real.Advance(TimeSpan.FromSeconds(5.999));
        delay.IsCompleted.ShouldBeFalse();
        _real.Advance(TimeSpan.FromSeconds(0.001));
        delay.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void CancellationTokenSource_WithTimeout_CancelsInSimulatedTime()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(29), _clock);
        _real.Advance(TimeSpan.FromSeconds(2.899));
        timeout.IsCancellationRequested.ShouldBeFalse();
        _real.Advance(TimeSpan.FromSeconds(0.001));
        timeout.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void CancelAfter_AnotherTime_Replaces()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10), _clock);
        _real.Advance(TimeSpan.FromSeconds(0.5));
        timeout.CancelAfter(TimeSpan.FromSeconds(10));
        _real.Advance(TimeSpan.FromSeconds(0.999));
        timeout.IsCancellationRequested.ShouldBeFalse();
        _real.Advance(TimeSpan.FromSeconds(0.001));
        timeout.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void Period_OverADay_DoesNotDrift()
    {
        var real = new EarlyTimeProvider();
        var clock = new AcceleratedTimeProvider(7, real: real);
        var ticks = 0;
        using var timer = clock.CreateTimer(_ => ticks++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        for (var hour = 0; hour < 24; hour++)
        {
            for (var step = 0; step < 3600; step++)
            {
                real.Advance(TimeSpan.FromSeconds(1.0 / 7));
            }
        }

        ticks.ShouldBeInRange((24 * 60) - 1, 24 * 60);
    }

    [Fact]
    public void Period_MissedAltogether_IsMadeUpForOnce()
    {
        var real = new StoppingTimeProvider();
        var clock = new AcceleratedTimeProvider(10, real: real);
        var ticks = 0;
        using var timer = clock.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        real.Jump(TimeSpan.FromSeconds(10));
        real.Advance(TimeSpan.FromMilliseconds(100));
        ticks.ShouldBe(2);

        real.Advance(TimeSpan.FromMilliseconds(99));
        ticks.ShouldBe(2);

        real.Advance(TimeSpan.FromMilliseconds(1));
        ticks.ShouldBe(3);
    }

    [Fact]
    public async Task PeriodicTimer_SimulatedSeconds_TicksEachTenthOfASecond()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _clock);
        for (var tick = 0; tick < 10; tick++)
        {
            var next = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            next.IsCompleted.ShouldBeFalse();
            _real.Advance(TimeSpan.FromSeconds(0.1));
            (await next).ShouldBeTrue();
        }
    }

    [Fact]
    public void CreateTimer_WaitLongerThanAMachineTimerTakes_FiresInTime()
    {
        var clock = new AcceleratedTimeProvider(0.1, real: _real);
        var hasFired = false;
        using var timer = clock.CreateTimer(_ => hasFired = true, null, TimeSpan.FromDays(20), Timeout.InfiniteTimeSpan);
        _real.Advance(TimeSpan.FromDays(200) - TimeSpan.FromMilliseconds(1));
        hasFired.ShouldBeFalse();
        _real.Advance(TimeSpan.FromMilliseconds(1));
        hasFired.ShouldBeTrue();
    }

    [Fact]
    public void CreateTimer_InfiniteWait_NeverFiresUntilChanged()
    {
        var fired = 0;
        using var timer = _clock.CreateTimer(_ => fired++, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _real.Advance(TimeSpan.FromDays(1));
        fired.ShouldBe(0);
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).ShouldBeTrue();
        _real.Advance(TimeSpan.FromDays(1));
        fired.ShouldBe(1);
    }

    [Fact]
    public void Change_ToInfinite_Stops()
    {
        var fired = 0;
        using var timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _real.Advance(TimeSpan.FromSeconds(0.1));
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _real.Advance(TimeSpan.FromDays(1));
        fired.ShouldBe(1);
    }

    [Fact]
    public async Task Change_AfterDisposal_IsRefusedAndNothingFires()
    {
        var fired = 0;
        var timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        await timer.DisposeAsync();
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).ShouldBeFalse();
        _real.Advance(TimeSpan.FromDays(1));
        fired.ShouldBe(0);
    }

    [Theory]
    [InlineData(-2, -1)]
    [InlineData(0, -2)]
    [InlineData(uint.MaxValue, -1)]
    [InlineData(0, uint.MaxValue)]
    public void CreateTimer_WaitThatIsNone_Refuses(double dueMilliseconds, double periodMilliseconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.CreateTimer(
            static _ => { }, null, TimeSpan.FromMilliseconds(dueMilliseconds), TimeSpan.FromMilliseconds(periodMilliseconds)));

    /// <summary>A machine that can stand still: its time jumps and its timers are late.</summary>
    private sealed class StoppingTimeProvider : FakeTimeProvider
    {
        private long _jumped;

        public void Jump(TimeSpan time) => _jumped += time.Ticks;

        public override long GetTimestamp() => base.GetTimestamp() + _jumped;
    }
}
