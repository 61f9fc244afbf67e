using ServiceDefaults.Randomness;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// The wait before the next try: doubling from a second, with jitter. AWS publishes 185 retries within 24 hours and
/// exponential backoff, but no figures; with a cap of 8 minutes 185 retries take about 18 hours.
/// </summary>
internal static class RetryBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    /// <param name="attempts">Tries so far, at least 1.</param>
    /// <param name="jitter">A number from 0 to 1.</param>
    public static TimeSpan Delay(int attempts, double jitter)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempts - 1, 30));
        return (doubled < Longest ? doubled : Longest) * (0.5 + (jitter / 2));
    }

    public static TimeSpan Delay(int attempts, RandomSource random) => Delay(attempts, random.NextDouble());
}
