using CsCheck;
using Dashboard.Telemetry.Queries;
using Dashboard.Views.Traces;
using static Dashboard.Tests.Views.SpanSketch;

namespace Dashboard.Tests.Views;

public sealed class TraceRatesTests
{
    [Fact]
    public void Of_TracesOfTwoSeconds_HasABarForEach() =>
        TraceRates.Of([new(At(0), 2, 1), new(At(1_000), 3, 0)], null, null, 60).ShouldBe([new(At(500), 1, 1), new(At(1_500), 3, 0)]);

    [Fact]
    public void Of_NoTraces_HasNoBars() => TraceRates.Of([], At(0), At(1_000), 60).ShouldBeEmpty();

    [Fact]
    public void Drawn_TracesOfWrongClocks_AreLeftOutOfOpenEndsAndCounted()
    {
        var now = At(0);
        TraceStarts[] starts = [new(DateTimeOffset.UnixEpoch, 2, 0), new(now.AddHours(-1), 3, 1), new(now.AddMinutes(1), 1, 0), new(now.AddYears(90), 4, 0)];

        DrawnStarts.Of(starts, null, null, now).ShouldSatisfyAllConditions(it => it.Starts.ShouldBe(starts[1..3]), it => it.LeftOut.ShouldBe(6));
        DrawnStarts.Of(starts, now.AddHours(-2), null, now).Starts.ShouldBe(starts[..3]);
        DrawnStarts.Of(starts, null, now.AddYears(91), now).Starts.ShouldBe(starts[1..]);
        DrawnStarts.Of([starts[3]], null, null, now).ShouldSatisfyAllConditions(it => it.Starts.ShouldBe([starts[3]]), it => it.LeftOut.ShouldBe(0));
        DrawnStarts.Of([starts[3]], now, null, now).ShouldSatisfyAllConditions(it => it.Starts.ShouldBeEmpty(), it => it.LeftOut.ShouldBe(4));
    }

    [Fact]
    public void Of_AnyTraces_CountsEachOnceInFewBars() =>
        Gen.Int[0, 10_000].Array[1, 40].Sample(starts =>
        {
            var rates = TraceRates.Of([.. starts.Select(start => new TraceStarts(At(start * 1_000.0), 3, 1))], null, null, 60);
            rates.Count.ShouldBeLessThanOrEqualTo(62);
            var step = rates.Count > 1 ? (rates[1].Time - rates[0].Time).TotalSeconds : 1;
            rates.Sum(rate => rate.Good * step).ShouldBe(2 * starts.Length, 1e-6);
            rates.Sum(rate => rate.Failed * step).ShouldBe(starts.Length, 1e-6);
        });
}
