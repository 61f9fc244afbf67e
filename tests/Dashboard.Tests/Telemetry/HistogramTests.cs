using CsCheck;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Tests.Telemetry;

public sealed class HistogramTests
{
    private static readonly Gen<double[]> Values = Gen.Double[0.001, 5_000].Array[1, 300];
    private static readonly Gen<int> Scales = Gen.Int[2, 8];

    [Fact]
    public void Quantile_ExponentialHistogramsOfDifferentScales_IsWithinABucketOfTheExactOne() =>
        Gen.Select(Values, Scales, Values, Scales, Gen.Double[0.01, 0.99]).Sample((first, scaleOfFirst, second, scaleOfSecond, quantile) =>
        {
            double[] all = [.. first, .. second];
            Array.Sort(all);
            var exact = all[Math.Max(0, (int)Math.Ceiling(quantile * all.Length) - 1)];

            var estimate = Quantiles.Of([Record(scaleOfFirst, first), Record(scaleOfSecond, second)], quantile)!.Value;

            var factor = Math.Pow(2, Math.Pow(2, -Math.Min(scaleOfFirst, scaleOfSecond)));
            var next = all[Math.Min(all.Length - 1, (int)Math.Ceiling(quantile * all.Length))];
            estimate.ShouldBeInRange(exact / factor * (1 - 1e-9), next * factor * (1 + 1e-9));
        });

    [Fact]
    public void Since_EarlierStateOfFinerScale_IsWhatCameAfter() =>
        Gen.Select(Values, Values, Scales, Gen.Int[0, 4]).Sample((before, after, scale, coarser) =>
        {
            var earlier = Record(scale + coarser, before);
            var whole = Record(scale, [.. before, .. after]);

            var since = whole.Since(earlier)!;

            since.Count.ShouldBe(after.Length);
            since.Buckets.Sum(bucket => bucket.Count).ShouldBe(after.Length);
            since.Max!.Value.ShouldBeGreaterThanOrEqualTo(after.Max() * (1 - 1e-9));
        });

    [Fact]
    public void Plus_IsAsIfRecordedTogether() => Gen.Select(Values, Values, Scales).Sample((first, second, scale) =>
    {
        var sum = Record(scale, first).Plus(Record(scale, second))!;

        sum.Count.ShouldBe(first.Length + second.Length);
        sum.Buckets.SequenceEqual(Record(scale, [.. first, .. second]).Buckets).ShouldBeTrue();
    });

    [Fact]
    public void Plus_ValuesFarApartAtAFineScale_StaysSmall()
    {
        var low = new ExponentialHistogram { Count = 1, Scale = 20, Positive = new(-500_000_000, [1]) };
        var high = new ExponentialHistogram { Count = 1, Scale = 20, Positive = new(500_000_000, [1]) };

        var sum = (ExponentialHistogram)low.Plus(high)!;

        sum.Positive.Counts.Count.ShouldBeLessThanOrEqualTo(8_192);
        sum.Buckets.Sum(bucket => bucket.Count).ShouldBe(2);
    }

    [Fact]
    public void Since_ExplicitBuckets_AreSubtracted()
    {
        var earlier = new ExplicitHistogram { Count = 3, Bounds = [1, 2], Counts = [1, 2, 0], Max = 1.9 };
        var later = new ExplicitHistogram { Count = 6, Bounds = [1, 2], Counts = [2, 3, 1], Max = 7 };

        var since = later.Since(earlier)!;

        since.Buckets.ShouldBe([new(0, 1, 1), new(1, 2, 1), new(2, 7, 1)]);
        since.Max.ShouldBe(7);
    }

    [Fact]
    public void Since_MaximumNotPassed_IsTheBucketsBound()
    {
        var earlier = new ExplicitHistogram { Count = 3, Bounds = [1, 2], Counts = [1, 1, 1], Max = 7 };
        var later = new ExplicitHistogram { Count = 4, Bounds = [1, 2], Counts = [1, 2, 1], Max = 7 };

        later.Since(earlier)!.Max.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Since_NotAnEarlierState_IsNull(int count)
    {
        var earlier = new ExplicitHistogram { Count = 3, Bounds = [1, 2], Counts = [1, 1, 1] };
        var other = new ExplicitHistogram { Count = count, Bounds = [5], Counts = [count, 0] };

        other.Since(earlier).ShouldBeNull();
    }

    [Fact]
    public void Quantile_Nothing_IsNull() => Quantiles.Of([], 0.5).ShouldBeNull();

    [Fact]
    public void Quantile_ZerosAndNegatives_AreValuesToo()
    {
        var histogram = new ExponentialHistogram
        {
            Count = 4,
            Scale = 0,
            ZeroCount = 2,
            Negative = new(1, [1]),
            Positive = new(1, [1]),
        };

        Quantiles.Of([histogram], 0.5)!.Value.ShouldBe(0, 1e-9);
        Quantiles.Of([histogram], 0.1)!.Value.ShouldBeInRange(-4, -2);
        Quantiles.Of([histogram], 1)!.Value.ShouldBe(4, 1e-9);
    }

    private static ExponentialHistogram Record(int scale, double[] values)
    {
        int[] indexes = [.. values.Select(value => (int)Math.Ceiling(Math.Log2(value) * Math.Pow(2, scale)) - 1)];
        var counts = new double[indexes.Max() - indexes.Min() + 1];
        foreach (var index in indexes)
        {
            counts[index - indexes.Min()]++;
        }

        return new()
        {
            Count = values.Length,
            Scale = scale,
            Positive = new(indexes.Min(), counts),
            Min = values.Min(),
            Max = values.Max(),
        };
    }

    [Fact]
    public void Plus_ExponentialHistogramsAtBothEndsOfTheIndexRange_GiveUpResolution()
    {
        const int Far = (int.MaxValue / 2) - 1;
        var low = new ExponentialHistogram { Count = 2, Scale = 20, Positive = new(-Far, [1, 1]) };
        var high = new ExponentialHistogram { Count = 4_096, Scale = 20, Positive = new(Far, [.. Enumerable.Repeat(1d, 4_096)]) };

        var sum = low.Plus(high).ShouldBeOfType<ExponentialHistogram>();

        sum.Positive.Counts.Sum().ShouldBe(4_098);
        sum.Positive.Counts.Count.ShouldBeLessThanOrEqualTo(8_192);
    }
}
