using Scenarios.Settings;
using ServiceDefaults.Randomness;

namespace SlowApi.Functions;

/// <summary>Decides what happens to an admitted call. Each question has its own stream of numbers, so that a run can be repeated.</summary>
internal sealed class SlowDice(SlowApiSettings settings, RandomSource faults, RandomSource latencies)
{
    /// <summary>How long the call takes; null: it fails at once.</summary>
    public TimeSpan? Throw() =>
        faults.NextDouble() < settings.FaultRate ? null : settings.Latency.Draw(latencies.NextDouble());
}
