using Scenarios.Settings;
using ServiceDefaults.Randomness;

namespace SlowApi.Functions;

/// <summary>Decides what happens to an admitted call. Each question has its own stream of numbers, so that a run can be repeated.</summary>
internal sealed class SlowDice(LiveSettings settings, RandomSource faults, RandomSource latencies)
{
    /// <summary>How long the call takes; null: it fails at once.</summary>
    public TimeSpan? Throw()
    {
        var now = settings.Current.SlowApi;
        return faults.NextDouble() < now.FaultRate ? null : now.Latency.Draw(latencies.NextDouble());
    }
}
