using LoadGenerator.Playing;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Arrivals;

namespace LoadGenerator.Tests.Playing;

public sealed class ArrivalPacerTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<(long Number, double At)> _called = [];
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public void Pace_BeforeTheFirstIsDue_CallsNobody()
    {
        var pacing = Pace(new ArrivalPlan([Scripted.Level(1, seconds: 2)]));

        _clock.Advance(TimeSpan.FromSeconds(0.49));

        _called.ShouldBeEmpty();
        pacing.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Pace_TimeGoesOn_CallsEachWhenItIsDueAndEndsWithTheLastPhase()
    {
        var pacing = Pace(new ArrivalPlan([Scripted.Level(1, seconds: 2), Scripted.Level(0, seconds: 1)]));

        Run(TimeSpan.FromSeconds(2.9));

        _called.Select(call => call.Number).ShouldBe([1, 2]);
        _called[0].At.ShouldBe(0.5, 0.011);
        _called[1].At.ShouldBe(1.5, 0.011);
        pacing.IsCompleted.ShouldBeFalse();

        Run(TimeSpan.FromSeconds(0.2));
        pacing.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Pace_AfterAStall_CallsAllWhoBecameDueAtOnce()
    {
        var pacing = Pace(new ArrivalPlan([Scripted.Level(100, seconds: 10)]));

        _clock.Advance(TimeSpan.FromSeconds(7));

        _called.Count.ShouldBe(700);
        _called.ShouldAllBe(call => Math.Abs(call.At - 7) < 0.001);
        Run(TimeSpan.FromSeconds(3.1));
        _called.Select(call => call.Number).ShouldBe(Enumerable.Range(1, 1000).Select(i => (long)i));
        pacing.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public void Pace_RateAboveTheTimers_CallsSeveralATick()
    {
        _ = Pace(new ArrivalPlan([Scripted.Level(5_000, seconds: 1)]));

        _clock.Advance(TimeSpan.FromMilliseconds(4));
        _called.Count.ShouldBe(20);
        _clock.Advance(TimeSpan.FromMilliseconds(4));
        _called.Count.ShouldBe(40);
    }

    [Fact]
    public async Task Pace_Stopped_CallsNobodyMore()
    {
        var pacing = Pace(new ArrivalPlan([Scripted.Level(10, seconds: 10)]));
        Run(TimeSpan.FromSeconds(1));

        await _stop.CancelAsync();
        Run(TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<OperationCanceledException>(pacing);
        _called.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Pace_StoppedByTheOneCalled_CallsNobodyMore()
    {
        var calls = 0;
        var pacing = new ArrivalPacer(_clock).PaceAsync(
            new ArrivalPlan([Scripted.Level(100, seconds: 10)]),
            _ =>
            {
                if (++calls == 3)
                {
                    _stop.Cancel();
                }
            },
            () => TimeSpan.FromHours(1),
            _stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(pacing);
        calls.ShouldBe(3);
    }

    public void Dispose() => _stop.Dispose();

    private Task Pace(ArrivalPlan plan)
    {
        var begin = _clock.GetTimestamp();
        return new ArrivalPacer(_clock).PaceAsync(
            plan,
            arrival => _called.Add((arrival.Number, _clock.GetElapsedTime(begin).TotalSeconds)),
            () => _clock.GetElapsedTime(begin),
            _stop.Token);
    }

    /// <summary>Lets time pass in steps of 10 ms.</summary>
    private void Run(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(10))
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }
    }
}
