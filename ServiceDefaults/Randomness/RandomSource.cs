namespace ServiceDefaults.Randomness;

/// <summary>
/// A thread-safe stream of random numbers that a seed and a name determine: two streams of one run differ, and the
/// same stream of two runs with one seed gives the same numbers in the same order, on every version of .NET.
/// </summary>
/// <remarks>
/// The generator is SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014): a counter
/// and a mixing function, which needs no lock and has no bad seeds.
/// </remarks>
public sealed class RandomSource
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    /// <summary>A double holds 53 bits: 2⁻⁵³ is the step between two of the numbers.</summary>
    private const double Step = 1.0 / (1UL << 53);

    private ulong _counter;

    /// <summary>Opens the stream.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="name">The stream's name, such as <c>SlowApi</c>.</param>
    public RandomSource(int seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var hash = name.Aggregate(FnvOffset, static (hash, letter) => unchecked((hash ^ letter) * FnvPrime));
        _counter = Mix(unchecked((ulong)seed + GoldenGamma)) ^ Mix(hash);
    }

    /// <summary>A number from 0 (included) to 1 (excluded), uniformly distributed.</summary>
    public double NextDouble() => (Mix(Interlocked.Add(ref _counter, GoldenGamma)) >> 11) * Step;

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
