using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ServiceDefaults.Clock;

namespace ServiceDefaults.Tests.Clock;

public sealed class AcceleratedTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _real = new(Start);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_SpeedThatIsNone_Refuses(double speed) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AcceleratedTimeProvider(speed));

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(20)]
    [InlineData(100)]
    public void GetUtcNow_AMinuteLater_IsSpeedMinutesLater(double speed)
    {
        var clock = new AcceleratedTimeProvider(speed, Start, _real);
        _real.Advance(TimeSpan.FromMinutes(1));
        clock.GetUtcNow().ShouldBe(Start + TimeSpan.FromMinutes(speed));
    }

    [Fact]
    public void GetUtcNow_WithoutOrigin_StartsAtTheRealTime() =>
        new AcceleratedTimeProvider(10, real: _real).GetUtcNow().ShouldBe(Start);

    [Fact]
    public void GetUtcNow_OriginInAnotherZone_IsTheSameInstantInUtc()
    {
        var clock = new AcceleratedTimeProvider(10, new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.FromHours(2)), _real);
        clock.Origin.ShouldBe(Start);
        clock.GetUtcNow().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void GetUtcNow_BeforeItsOrigin_RunsTowardsIt()
    {
        var clock = new AcceleratedTimeProvider(10, Start.AddSeconds(2), _real);
        clock.GetUtcNow().ShouldBe(Start.AddSeconds(-18));
        _real.Advance(TimeSpan.FromSeconds(2));
        clock.GetUtcNow().ShouldBe(Start.AddSeconds(2));
    }

    [Fact]
    public void GetUtcNow_ClocksOfOneOriginStartedApart_Agree() =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Int[0, 3 * 24 * 3600], Gen.Int[0, 3 * 24 * 3600]).Sample((speed, apart, later) =>
        {
            var real = new FakeTimeProvider(Start);
            var first = new AcceleratedTimeProvider(speed, Start, real);
            real.Advance(TimeSpan.FromSeconds(apart));
            var second = new AcceleratedTimeProvider(speed, Start, real);
            real.Advance(TimeSpan.FromSeconds(later));
            return (first.GetUtcNow() - second.GetUtcNow()).Duration() < TimeSpan.FromMicroseconds(100);
        });

    [Fact]
    public void GetUtcNow_ThreadHeldUpWhileTheClockStarts_IsRight()
    {
        var real = new HeldUpTimeProvider(Start);
        var clock = new AcceleratedTimeProvider(100, Start, real);
        (clock.GetUtcNow() - Start).ShouldBe((real.GetUtcNow() - Start) * 100, TimeSpan.FromSeconds(0.1));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(7)]
    [InlineData(100)]
    public void GetElapsedTime_OverAHundredRealDays_KeepsItsPrecision(double speed)
    {
        var clock = new AcceleratedTimeProvider(speed, Start, _real);
        _real.Advance(TimeSpan.FromDays(100));
        var start = clock.GetTimestamp();
        _real.Advance(TimeSpan.FromMilliseconds(10));
        clock.GetElapsedTime(start).ShouldBe(TimeSpan.FromMilliseconds(10 * speed), TimeSpan.FromMicroseconds(1));
        clock.GetElapsedTime(0).ShouldBe((TimeSpan.FromDays(100) + TimeSpan.FromMilliseconds(10)) * speed, TimeSpan.FromMicroseconds(1));
    }

    [Fact]
    public void GetTimestamp_RealTimeMovesOn_NeverGoesBack() =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Long[0, 10_000_000].Array[1, 100]).Sample((speed, steps) =>
        {
            var real = new FakeTimeProvider(Start);
            var clock = new AcceleratedTimeProvider(speed, Start, real);
            var last = clock.GetTimestamp();
            return steps.All(step =>
            {
                real.Advance(TimeSpan.FromTicks(step));
                var before = last;
                last = clock.GetTimestamp();
                return last >= before;
            });
        });

    [Fact]
    public void GetElapsedTime_OnTheMachinesClock_AgreesWithGetUtcNow()
    {
        var clock = new AcceleratedTimeProvider(100);
        var (timestamp, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        SpinWait.SpinUntil(() => clock.GetElapsedTime(timestamp) > TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)).ShouldBeTrue();
        (clock.GetUtcNow() - now).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.5));
    }

    /// <summary>A machine that pauses for 50 ms between the first two readings of its clocks.</summary>
    private sealed class HeldUpTimeProvider(DateTimeOffset start) : TimeProvider
    {
        private int _readings;
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp()
        {
            _ticks += 10;
            return _ticks;
        }

        public override DateTimeOffset GetUtcNow()
        {
            _ticks += _readings++ == 0 ? TimeSpan.TicksPerMillisecond * 50 : 10;
            return start + TimeSpan.FromTicks(_ticks);
        }
    }
}
