using Dashboard.Lab.Figures;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Tests.Lab;

public class QuantileTrackTests
{
    private static readonly double[] Bounds = [1, 2, 5, 10, 30];

    private readonly QuantileTrack _track = new(width: 20);

    [Fact]
    public void Observe_BeforeTheStretchEnds_SaysNothing() =>
        _track.Observe(19.9, Series(Recorded(5, 0, 0, 0, 0))).ShouldBeNull();

    [Fact]
    public void Observe_SecondStretch_KnowsOnlyWhatCameInIt()
    {
        var first = _track.Observe(20, Series(Recorded(100, 0, 0, 0, 0))).ShouldNotBeNull();
        first.P99!.Value.ShouldBeLessThanOrEqualTo(1);
        _track.Observe(30, Series(Recorded(100, 0, 0, 0, 1))).ShouldBeNull();

        var second = _track.Observe(40, Series(Recorded(100, 0, 0, 0, 10))).ShouldNotBeNull();
        second.Seconds.ShouldBe(40);
        second.P50!.Value.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Observe_NothingRecorded_HasNoQuantiles()
    {
        _track.Observe(20, Series(Recorded(7, 0, 0, 0, 0)));
        _track.Observe(40, Series(Recorded(7, 0, 0, 0, 0))).ShouldBe(new QuantilePoint(40, null, null, null));
    }

    [Fact]
    public void Observe_ProcessThatBeganAnew_CountsWhole()
    {
        _track.Observe(20, Series(Recorded(50, 0, 0, 0, 0)));
        var after = _track.Observe(40, Series(Recorded(0, 0, 0, 3, 0))).ShouldNotBeNull();
        after.P50!.Value.ShouldBeInRange(5, 10);
    }

    private static Dictionary<string, Histogram> Series(Histogram histogram) => new() { ["worker"] = histogram };

    private static ExplicitHistogram Recorded(params double[] counts) =>
        new() { Count = counts.Sum(), Bounds = Bounds, Counts = [.. counts, 0] };
}
