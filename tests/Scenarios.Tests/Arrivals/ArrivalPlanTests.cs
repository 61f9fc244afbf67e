using CsCheck;
using Scenarios.Arrivals;
using Scenarios.Scripts;

namespace Scenarios.Tests.Arrivals;

public class ArrivalPlanTests
{
    private static readonly Gen<Phase> GenPhase = Gen.Select(
        Gen.Double[0.01, 300], Gen.Double[0, 40], Gen.Double[0, 40], Gen.Bool, Gen.Bool,
        (seconds, start, end, level, pause) => new Phase
        {
            DurationSeconds = seconds,
            StartRate = pause ? 0 : start,
            EndRate = pause ? 0 : level ? start : end,
        });

    private static readonly Gen<Phase[]> GenPhases = GenPhase.Array[1, 6];

    [Fact]
    public void Planned_AnyPhases_IsTheIntegralRounded() =>
        GenPhases.Sample(phases =>
        {
            var integral = phases.Sum(phase => phase.DurationSeconds * (phase.StartRate + phase.EndRate) / 2);
            var plan = new ArrivalPlan(phases);

            Math.Abs(plan.Planned - integral).ShouldBeLessThanOrEqualTo(0.5 + 1e-6);
            plan.Arrivals.LongCount().ShouldBe(plan.Planned);
        });

    [Fact]
    public void Arrivals_AnyPhases_AreNumberedInOrderOfTimeWithinTheirPhases() =>
        GenPhases.Sample(phases =>
        {
            var ends = phases.Select((_, i) => phases.Take(i + 1).Sum(phase => phase.DurationSeconds)).ToArray();
            var (number, due, phase) = (0L, TimeSpan.Zero, 0);
            foreach (var arrival in new ArrivalPlan(phases).Arrivals)
            {
                arrival.Number.ShouldBe(number + 1);
                arrival.Due.ShouldBeGreaterThanOrEqualTo(due);
                arrival.Phase.ShouldBeGreaterThanOrEqualTo(phase);
                arrival.Due.TotalSeconds.ShouldBeLessThanOrEqualTo(ends[arrival.Phase] + 1e-6);
                arrival.Due.TotalSeconds.ShouldBeGreaterThanOrEqualTo(arrival.Phase == 0 ? 0 : ends[arrival.Phase - 1] - 1e-6);
                (number, due, phase) = (arrival.Number, arrival.Due, arrival.Phase);
            }
        });

    [Fact]
    public void Arrivals_AnyRamp_FollowTheIntegralOfTheRate() =>
        GenPhase.Sample(phase =>
        {
            var slope = (phase.EndRate - phase.StartRate) / phase.DurationSeconds;
            foreach (var arrival in new ArrivalPlan([phase]).Arrivals)
            {
                var t = arrival.Due.TotalSeconds;
                var arrived = (phase.StartRate * t) + (slope * t * t / 2);
                arrived.ShouldBe(arrival.Number - 0.5, 1e-3);
            }
        });

    [Fact]
    public void Arrivals_LevelRate_AreEvenlySpread() =>
        Dues(Level(2, seconds: 2)).ShouldBe([0.25, 0.75, 1.25, 1.75]);

    [Fact]
    public void Arrivals_Count_IsSpreadOverTheWholeDuration() =>
        Dues(Level(0.4, seconds: 10)).ShouldBe([1.25, 3.75, 6.25, 8.75]);

    [Fact]
    public void Arrivals_FractionLeftOver_IsCarriedIntoTheNextPhase()
    {
        Phase[] phases = [Level(0.25, seconds: 1), Level(0, seconds: 1), Level(0.25, seconds: 1)];

        Dues(phases).ShouldBe([3]);
        new ArrivalPlan(phases).Planned.ShouldBe(1);
    }

    [Fact]
    public void Arrivals_Pause_DelaysWhatFollows() =>
        Dues(Level(1, seconds: 1), Level(0, seconds: 60), Level(1, seconds: 1)).ShouldBe([0.5, 61.5]);

    [Fact]
    public void Arrivals_RampFromNothing_BeginsLate() =>
        Dues(new Phase { DurationSeconds = 2, StartRate = 0, EndRate = 2 }).ShouldBe([1, Math.Sqrt(3)], 1e-6);

    [Fact]
    public void Arrivals_RampToNothing_MirrorsTheRampFromNothing() =>
        Dues(new Phase { DurationSeconds = 2, StartRate = 2, EndRate = 0 }).ShouldBe([2 - Math.Sqrt(3), 1], 1e-6);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9.99, 0)]
    [InlineData(10, 1)]
    [InlineData(29.99, 1)]
    [InlineData(30, 1)]
    [InlineData(1e6, 1)]
    public void PhaseAt_Time_IsThePhaseThatRuns(double seconds, int phase) =>
        new ArrivalPlan([Level(1, seconds: 10), Level(2, seconds: 20)]).PhaseAt(TimeSpan.FromSeconds(seconds)).ShouldBe(phase);

    [Fact]
    public void Duration_Phases_IsTheirSum() =>
        new ArrivalPlan([Level(1, seconds: 10), Level(0, seconds: 0.5)]).Duration.ShouldBe(TimeSpan.FromSeconds(10.5));

    [Fact]
    public void Arrivals_HugePlan_IsComputedAsItIsAskedFor() =>
        new ArrivalPlan([Level(100_000, seconds: 1e6)]).Arrivals.Take(3).Select(arrival => arrival.Number).ShouldBe([1, 2, 3]);

    private static Phase Level(double rate, double seconds) => new() { DurationSeconds = seconds, StartRate = rate, EndRate = rate };

    private static double[] Dues(params Phase[] phases) => [.. new ArrivalPlan(phases).Arrivals.Select(arrival => arrival.Due.TotalSeconds)];
}
