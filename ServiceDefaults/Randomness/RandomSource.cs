namespace ServiceDefaults.Randomness;

/// <summary>
/// A thread-safe stream of random numbers that a seed and a name determine: two streams of one run differ, and the
/// same stream of two runs with one seed gives the same numbers in the same order.
/// </summary>
public sealed class RandomSource
{
    private readonly Random _random;
    private readonly Lock _lock = new();

    /// <summary>Opens the stream.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="name">The stream's name, such as <c>SlowApi</c>.</param>
    public RandomSource(int seed, string name) =>
        _random = new Random(seed ^ name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));

    /// <summary>A number from 0 (included) to 1 (excluded), uniformly distributed.</summary>
    public double NextDouble()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }
}
