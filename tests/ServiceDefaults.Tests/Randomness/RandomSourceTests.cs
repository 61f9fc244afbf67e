using ServiceDefaults.Randomness;

namespace ServiceDefaults.Tests.Randomness;

public sealed class RandomSourceTests
{
    [Fact]
    public void NextDouble_SameSeedAndName_RepeatsTheNumbers() =>
        Draw(new RandomSource(1, "SlowApi"), 100).ShouldBe(Draw(new RandomSource(1, "SlowApi"), 100));

    [Fact]
    public void NextDouble_AnyVersionOfDotNet_GivesTheNumbersItAlwaysGave() =>
        Draw(new RandomSource(1, "SlowApi"), 3).ShouldBe([0.28317338834737027, 0.21954488720554144, 0.8335731642052249]);

    [Theory]
    [InlineData(1, "Aa", 1, "BB")]
    [InlineData(1, "SlowApi", 2, "SlowApi")]
    [InlineData(1, "SlowApi", -1, "SlowApi")]
    [InlineData(1, "SlowApi", 1, "Delivery")]
    [InlineData(0, "", int.MinValue, "")]
    public void NextDouble_AnotherSeedOrName_GivesOthers(int seed, string name, int otherSeed, string otherName) =>
        Draw(new RandomSource(seed, name), 20).Intersect(Draw(new RandomSource(otherSeed, otherName), 20)).ShouldBeEmpty();

    [Fact]
    public void NextDouble_AMillionTimes_IsUniformFromZeroToOne()
    {
        var numbers = Draw(new RandomSource(7, "uniform"), 1_000_000);
        numbers.ShouldAllBe(number => number >= 0 && number < 1);

        // Each tenth expects 100,000 with a standard deviation of 300: six of them is no matter of luck.
        numbers.CountBy(number => (int)(number * 10)).ShouldAllBe(tenth => Math.Abs(tenth.Value - 100_000) < 1_800);
        var pairs = numbers.Zip(numbers.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12;
        Math.Abs(pairs).ShouldBeLessThan(0.006);
    }

    [Fact]
    public async Task NextDouble_FromManyThreads_GivesEachNumberOnce()
    {
        var source = new RandomSource(3, "threads");
        var drawn = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Draw(source, 10_000))));
        drawn.SelectMany(numbers => numbers).Order().ShouldBe(Draw(new RandomSource(3, "threads"), 40_000).Order());
    }

    private static double[] Draw(RandomSource source, int count) => [.. Enumerable.Range(0, count).Select(_ => source.NextDouble())];
}
