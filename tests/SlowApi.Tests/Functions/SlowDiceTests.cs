using Scenarios.Settings;
using ServiceDefaults.Randomness;
using SlowApi.Functions;

namespace SlowApi.Tests.Functions;

public sealed class SlowDiceTests
{
    [Fact]
    public void Throw_OneSeed_RepeatsTheRun() =>
        Throws(new SlowApiSettings(), seed: 3).ShouldBe(Throws(new SlowApiSettings(), seed: 3));

    [Fact]
    public void Throw_AnotherSeed_IsAnotherRun() =>
        Throws(new SlowApiSettings(), seed: 3).ShouldNotBe(Throws(new SlowApiSettings(), seed: 4));

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(1.0, 10_000)]
    public void Throw_CertainFaultRate_FaultsAlwaysOrNever(double rate, int faults) =>
        Throws(new SlowApiSettings { FaultRate = rate }).Count(latency => latency is null).ShouldBe(faults);

    [Fact]
    public void Throw_TenThousandTimes_KeepsRateAndLatencies()
    {
        var throws = Throws(new SlowApiSettings());

        // The standard deviation of 10,000 calls is 40 faults; six of them is no matter of luck.
        throws.Count(latency => latency is null).ShouldBeInRange(1_760, 2_240);
        var latencies = throws.Where(latency => latency is not null).Select(latency => latency!.Value.TotalSeconds).ToArray();
        latencies.ShouldAllBe(seconds => seconds >= 0 && seconds < 2);
        latencies.Average().ShouldBe(1.0, 0.04);
    }

    [Fact]
    public void Throw_MoreFaults_LeavesTheLatenciesThatRemainAsTheyWere()
    {
        var few = Throws(new SlowApiSettings { FaultRate = 0.1 }).Where(latency => latency is not null);
        var many = Throws(new SlowApiSettings { FaultRate = 0.5 }).Where(latency => latency is not null).ToArray();
        few.Take(many.Length).ShouldBe(many);
    }

    private static TimeSpan?[] Throws(SlowApiSettings settings, int seed = 1)
    {
        var dice = new SlowDice(new LiveSettings(new SystemSettings { SlowApi = settings }), new RandomSource(seed, "faults"), new RandomSource(seed, "latencies"));
        return [.. Enumerable.Range(0, 10_000).Select(_ => dice.Throw())];
    }
}
