using System.Threading.RateLimiting;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ServiceDefaults.Clock;
using SlowApi.Throttling;

namespace SlowApi.Tests.Throttling;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void AttemptAcquire_AtTheStart_AdmitsTheBurstAndNoMore()
    {
        var bucket = new TokenBucket(10, 10, _clock);
        Admitted(bucket, 25).ShouldBe(10);
    }

    [Fact]
    public void AttemptAcquire_Empty_AdmitsOneEachTenthOfASecondNotTenEachSecond()
    {
        var bucket = new TokenBucket(10, 10, _clock);
        Admitted(bucket, 10);
        for (var tenth = 0; tenth < 100; tenth++)
        {
            _clock.Advance(TimeSpan.FromTicks(999_999));
            Admitted(bucket, 2).ShouldBe(0);
            _clock.Advance(TimeSpan.FromTicks(1));
            Admitted(bucket, 2).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(10, 10, 36_000)]
    [InlineData(1, 1, 3_600)]
    [InlineData(0.1, 10, 360)]
    [InlineData(3, 5, 10_800)]
    [InlineData(7.3, 100, 26_280)]
    [InlineData(1_000, 1_000, 3_600_000)]
    public void AttemptAcquire_OverloadedForAnHour_AdmitsExactlyTheRate(double rate, int burst, int expected)
    {
        var bucket = new TokenBucket(rate, burst, _clock);
        Admitted(bucket, burst).ShouldBe(burst);
        var admitted = 0;
        for (var step = 0; step < 36_000; step++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            admitted += Admitted(bucket, ((int)Math.Ceiling(rate / 10)) + 1);
        }

        admitted.ShouldBe(expected);
    }

    [Fact]
    public void AttemptAcquire_OverloadedForTenDays_LosesNoPermitToRounding()
    {
        var bucket = new TokenBucket(10, 10, _clock);
        Admitted(bucket, 10);
        var admitted = 0L;
        for (var minute = 0; minute < 10 * 24 * 60 * 60; minute++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            admitted += Admitted(bucket, 11);
        }

        admitted.ShouldBe(10L * 24 * 60 * 60 * 10);
    }

    [Fact]
    public void AttemptAcquire_AnyArrivals_NeverAdmitsMoreThanBurstPlusRateInAnyWindow() =>
        Gen.Select(Gen.Double[0.1, 200], Gen.Int[1, 50], Gen.Long[0, 20_000_000].Array[1, 150]).Sample((rate, burst, gaps) =>
        {
            var clock = new FakeTimeProvider();
            var bucket = new TokenBucket(rate, burst, clock);
            List<double> admitted = [];
            foreach (var gap in gaps)
            {
                clock.Advance(TimeSpan.FromTicks(gap % 7 == 0 ? 0 : gap));
                if (Admitted(bucket, 1) == 1)
                {
                    admitted.Add(clock.GetTimestamp() / (double)clock.TimestampFrequency);
                }
            }

            return Enumerable.Range(0, admitted.Count).All(first => Enumerable.Range(first, admitted.Count - first)
                .All(last => last - first + 1 <= burst + (rate * (admitted[last] - admitted[first])) + 1e-6));
        });

    [Fact]
    public void AttemptAcquire_AnyRefusal_SaysExactlyWhenThereIsOne() =>
        Gen.Select(Gen.Double[0.1, 1_000], Gen.Int[1, 50], Gen.Int[0, 100_000_000]).Sample((rate, burst, idleTicks) =>
        {
            var clock = new FakeTimeProvider();
            var bucket = new TokenBucket(rate, burst, clock);
            clock.Advance(TimeSpan.FromTicks(idleTicks));
            Admitted(bucket, burst);
            clock.Advance(TimeSpan.FromTicks((long)(idleTicks % (TimeSpan.TicksPerSecond / rate) * 0.9)));
            using var refused = bucket.AttemptAcquire();
            refused.IsAcquired.ShouldBeFalse();
            refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
            if (wait > TimeSpan.FromTicks(2))
            {
                clock.Advance(wait - TimeSpan.FromTicks(2));
                Admitted(bucket, 1).ShouldBe(0);
            }

            clock.Advance(TimeSpan.FromTicks(4));
            Admitted(bucket, 1).ShouldBe(1);
        });

    [Fact]
    public void AttemptAcquire_OnAnAcceleratedClock_KeepsTheRateOfSimulatedTime()
    {
        var bucket = new TokenBucket(10, 10, new AcceleratedTimeProvider(20, real: _clock));
        Admitted(bucket, 10);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        Admitted(bucket, 5).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(25));
        Admitted(bucket, 20).ShouldBe(5);
    }

    [Fact]
    public void Level_Idle_NeverExceedsTheBurst()
    {
        var bucket = new TokenBucket(10, 4, _clock);
        _clock.Advance(TimeSpan.FromDays(400));
        bucket.Level.ShouldBe(4);
        Admitted(bucket, 10).ShouldBe(4);
        _clock.Advance(TimeSpan.FromMilliseconds(150));
        bucket.Level.ShouldBe(1.5, 1e-9);
        bucket.GetStatistics()!.CurrentAvailablePermits.ShouldBe(1);
        bucket.GetStatistics()!.TotalSuccessfulLeases.ShouldBe(4);
        bucket.GetStatistics()!.TotalFailedLeases.ShouldBe(6);
    }

    [Fact]
    public void AttemptAcquire_ManyAtOnce_TakesAllOrNothing()
    {
        var bucket = new TokenBucket(10, 10, _clock);
        bucket.AttemptAcquire(7).IsAcquired.ShouldBeTrue();
        bucket.AttemptAcquire(4).IsAcquired.ShouldBeFalse();
        bucket.AttemptAcquire(3).IsAcquired.ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => bucket.AttemptAcquire(11));
    }

    [Fact]
    public void AttemptAcquire_None_AsksWhetherThereIsOne()
    {
        var bucket = new TokenBucket(10, 1, _clock);
        bucket.AttemptAcquire(0).IsAcquired.ShouldBeTrue();
        bucket.AttemptAcquire(1).IsAcquired.ShouldBeTrue();
        bucket.AttemptAcquire(0).IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public async Task AcquireAsync_Empty_RefusesAtOnce()
    {
        var bucket = new TokenBucket(10, 1, _clock);
        (await bucket.AcquireAsync()).IsAcquired.ShouldBeTrue();
        var second = bucket.AcquireAsync().AsTask();
        second.IsCompleted.ShouldBeTrue();
        (await second).IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public async Task AttemptAcquire_FromManyThreads_AdmitsTheBurstOnce()
    {
        var bucket = new TokenBucket(10, 1_000, _clock);
        var admitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Admitted(bucket, 1_000))));
        admitted.Sum().ShouldBe(1_000);
    }

    private static int Admitted(TokenBucket bucket, int attempts)
    {
        var admitted = 0;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            using var lease = bucket.AttemptAcquire();
            admitted += lease.IsAcquired ? 1 : 0;
        }

        return admitted;
    }

    [Theory]
    [InlineData(20, 10, 0.5, 10)]
    [InlineData(1, 10, 2, 2)]
    [InlineData(10, 4, 0.2, 2)]
    public void Change_OfAnEmptyBucket_RefillsAtTheNewRateUpToTheNewBurst(double rate, int burst, double seconds, double level)
    {
        var bucket = new TokenBucket(10, 10, _clock);
        for (var i = 0; i < 10; i++)
        {
            bucket.AttemptAcquire().IsAcquired.ShouldBeTrue();
        }

        bucket.Change(rate, burst);
        bucket.Level.ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        bucket.Level.ShouldBe(level, 1e-9);
        _clock.Advance(TimeSpan.FromSeconds(1_000));
        bucket.Level.ShouldBe(burst);
    }

    [Fact]
    public void Change_OfAFullBucket_KeepsWhatThereIsRoomFor()
    {
        var bucket = new TokenBucket(10, 10, _clock);
        bucket.Change(10, 4);
        bucket.Level.ShouldBe(4);
        bucket.Change(10, 20);
        bucket.Level.ShouldBe(4);
        _clock.Advance(TimeSpan.FromSeconds(0.25));
        bucket.Level.ShouldBe(6.5, 1e-9);
    }
}
