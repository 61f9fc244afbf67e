using CsCheck;
using LoadGenerator.Runs;

namespace LoadGenerator.Tests.Runs;

public class LagRecorderTests
{
    [Fact]
    public void Nothing_Recorded_IsNoLag()
    {
        var lag = new LagRecorder();

        (lag.MaxMilliseconds, lag.P99Milliseconds).ShouldBe((0, 0));
    }

    [Fact]
    public void P99_AnyLags_IsWithinTwoPercentOfTheExactOne() =>
        Gen.Double[0, 100_000].Array[1, 500].Sample(lags =>
        {
            var recorder = new LagRecorder();
            foreach (var lag in lags)
            {
                recorder.Record(TimeSpan.FromMilliseconds(lag));
            }

            var exact = lags.Order().ElementAt((int)Math.Ceiling(lags.Length * 0.99) - 1);
            recorder.P99Milliseconds.ShouldBeInRange(exact * 0.999 - 0.01, (exact * 1.021) + 0.011);
            recorder.MaxMilliseconds.ShouldBe(lags.Max(), 0.001);
        });

    [Fact]
    public void Record_ManyThreads_LosesNothing()
    {
        var recorder = new LagRecorder();

        Parallel.For(0, 10_000, i => recorder.Record(TimeSpan.FromMilliseconds(i < 9_800 ? 1 : 500)));

        recorder.P99Milliseconds.ShouldBe(500, 10);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1e9)]
    public void Record_OutsideTheBuckets_IsKept(double milliseconds)
    {
        var recorder = new LagRecorder();

        recorder.Record(TimeSpan.FromMilliseconds(milliseconds));

        recorder.MaxMilliseconds.ShouldBe(Math.Max(0, milliseconds));
    }
}
