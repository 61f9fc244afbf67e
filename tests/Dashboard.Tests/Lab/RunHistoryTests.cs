using Dashboard.Lab;
using Dashboard.Lab.Alarms;
using Dashboard.Runs;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Lab;

public class RunHistoryTests
{
    private readonly MetricScript _script = new(speed: 10);

    [Fact]
    public void Advance_OftenOrOnce_ComesToTheSamePoints()
    {
        var start = Begin();
        var (often, once) = (new RunHistory(start), new RunHistory(start));
        for (var second = 1; second <= 30; second++)
        {
            Export(second, accepted: 10 * second, failed: second > 10 ? 4 * (second - 10) : 0, concurrent: second * 30);
            Advance(often, start, second);
        }

        Advance(once, start, 30);

        once.Points.Count.ShouldBe(27, "what is younger than two and a half seconds may still change");
        often.Points.From(0).ShouldBe(once.Points.From(0));
    }

    [Fact]
    public void Advance_MinutesFigures_AreThoseOfTheSixtySecondsBefore()
    {
        var start = Begin();
        for (var second = 1; second <= 30; second++)
        {
            Export(second, accepted: 10 * second, failed: 5 * second, concurrent: 7);
        }

        var history = new RunHistory(start);
        Advance(history, start, 30);

        var last = history.Points.From(history.Points.Count - 1).ShouldHaveSingleItem();
        last.ErrorsPerMinute.ShouldBe(30, 1e-6);
        last.ConcurrentExecutions.ShouldBe(7);
    }

    [Fact]
    public void Advance_CollapseOfConcurrency_GoesOffWhenItHappened()
    {
        var start = Begin();
        for (var second = 1; second <= 30; second++)
        {
            Export(second, accepted: 10, failed: 0, concurrent: second is >= 10 and < 20 ? 900 : 100);
        }

        var history = new RunHistory(start);
        Advance(history, start, 30);

        var episode = history.Alarms.Single(alarm => alarm.Kind == AlarmKind.Concurrency).Episodes.ShouldHaveSingleItem();
        episode.Begin.ShouldBe(100);
        episode.End!.Value.ShouldBeInRange(190, 220);
        history.RealTime(episode.Begin).ShouldBe(start.StartedAt.AddSeconds(10));
    }

    [Fact]
    public void Advance_RunThatEnded_HasNoPointsBeyondItsEnd()
    {
        var start = Begin();
        for (var second = 1; second <= 30; second++)
        {
            Export(second, accepted: 10, failed: 0, concurrent: 1);
        }

        var history = new RunHistory(start);
        var reading = _script.Read(start, 30);
        history.Advance(reading, new RunCurves(reading, MetricScript.Queue), end: 120, accountConcurrency: 1_000).ShouldBeTrue();
        history.Points.Count.ShouldBe(12);
    }

    private RunStart Begin()
    {
        Export(0, 0, 0, 0);
        return _script.Begin(0);
    }

    private void Export(double at, double accepted, double failed, double concurrent) => _script
        .Counter(at, "notification-api", Instruments.OrdersAccepted, accepted)
        .Counter(at, "delivery-worker", Instruments.FaasErrors, failed)
        .Gauge(at, "delivery-worker", Instruments.ConcurrentExecutionsMaximum, concurrent);

    private void Advance(RunHistory history, RunStart start, double at)
    {
        var reading = _script.Read(start, at);
        history.Advance(reading, new RunCurves(reading, MetricScript.Queue), double.PositiveInfinity, accountConcurrency: 1_000);
    }
}
