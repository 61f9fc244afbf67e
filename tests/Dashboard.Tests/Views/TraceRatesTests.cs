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
    public void Of_ATraceOfAnotherCentury_EndsBeforeItAndSaysSo()
    {
        TraceStarts[] starts = [new(At(0), 2, 1), new(At(1_000), 3, 0), new(At(0).AddYears(90), 4, 0)];

        TraceRates.Of(starts, null, null, 60, At(0).AddDays(1)).ShouldBe([new(At(500), 1, 1), new(At(1_500), 3, 0)]);
        TraceRates.LeftOut(starts, At(0).AddDays(1)).ShouldBe(4);
        TraceRates.LeftOut([starts[2]], At(0).AddDays(1)).ShouldBe(0);
        TraceRates.Of([starts[2]], null, null, 60, At(0).AddDays(1)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Of_NoTraces_HasNoBars() => TraceRates.Of([], At(0), At(1_000), 60).ShouldBeEmpty();

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
