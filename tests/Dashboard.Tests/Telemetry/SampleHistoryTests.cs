using Dashboard.Telemetry.Metrics;

namespace Dashboard.Tests.Telemetry;

public sealed class SampleHistoryTests
{
    [Fact]
    public void Add_LongRun_StaysWithinItsRoomAndKeepsTheShape()
    {
        var counter = new SampleHistory(64, keepLarger: false);
        var gauge = new SampleHistory(64, keepLarger: true);
        foreach (var second in Enumerable.Range(0, 10_000))
        {
            counter.Add(new(MetricScript.At(second), second), inRun: true);
            gauge.Add(new(MetricScript.At(second), second == 1_234 ? 99 : 1), inRun: true);
        }

        counter.Count.ShouldBeLessThanOrEqualTo(64);
        var samples = counter.Since(default);
        samples[^1].Value.ShouldBe(9_999);
        samples.ShouldBe(samples.OrderBy(sample => sample.Time));
        samples.ShouldAllBe(sample => MetricScript.At(sample.Value) == sample.Time);
        gauge.Since(default).Max(sample => sample.Value).ShouldBe(99);
    }

    [Fact]
    public void Add_OutsideOfRuns_KeepsTheLatestOnly()
    {
        var history = new SampleHistory(10_000, keepLarger: false);
        foreach (var second in Enumerable.Range(0, 5_000))
        {
            history.Add(new(MetricScript.At(second), second), inRun: false);
        }

        history.Count.ShouldBeLessThanOrEqualTo(2 * SampleHistory.Tail);
    }

    [Fact]
    public void Trim_AfterARun_CondensesIt()
    {
        var history = new SampleHistory(10_000, keepLarger: false);
        foreach (var second in Enumerable.Range(0, 5_000))
        {
            history.Add(new(MetricScript.At(second), second), inRun: true);
        }

        history.Trim();

        history.Count.ShouldBe(SampleHistory.Tail);
        history.Since(default)[^1].Value.ShouldBe(4_999);
    }

    [Fact]
    public void Since_IncludesTheOneBefore()
    {
        var history = new SampleHistory(64, keepLarger: false);
        foreach (var second in Enumerable.Range(0, 10))
        {
            history.Add(new(MetricScript.At(second), second), inRun: true);
        }

        history.Since(MetricScript.At(4.5)).Select(sample => sample.Value).ShouldBe([4, 5, 6, 7, 8, 9]);
        history.Since(MetricScript.At(100)).Select(sample => sample.Value).ShouldBe([9]);
    }
}
