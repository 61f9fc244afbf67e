using Scenarios.Arrivals;
using ServiceDefaults.Clock;

namespace LoadGenerator.Playing;

/// <summary>
/// Calls users when they are due. The pace is kept by timestamps: after each wait everybody who has become due is
/// called, so that a coarse timer or a stall makes users late but never fewer.
/// </summary>
internal sealed class ArrivalPacer(TimeProvider clock)
{
    /// <summary>
    /// The shortest wait that a timer can be asked for, in simulated time: below a millisecond of real time it would
    /// come back at once, and the wait would burn a processor.
    /// </summary>
    private readonly TimeSpan _tick = TimeSpan.FromMilliseconds(clock is AcceleratedTimeProvider fast ? fast.Speed : 1);

    /// <summary>Paces a whole plan, to the end of its last phase.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="due">Called for each user, in order, and not before it is due.</param>
    /// <param name="elapsed">Simulated time since the plan began.</param>
    /// <exception cref="OperationCanceledException">It was stopped before the end.</exception>
    public async Task PaceAsync(ArrivalPlan plan, Action<Arrival> due, Func<TimeSpan> elapsed, CancellationToken stop)
    {
        foreach (var arrival in plan.Arrivals)
        {
            await WaitUntilAsync(arrival.Due, elapsed, stop);
            stop.ThrowIfCancellationRequested();
            due(arrival);
        }

        await WaitUntilAsync(plan.Duration, elapsed, stop);
    }

    private async ValueTask WaitUntilAsync(TimeSpan due, Func<TimeSpan> elapsed, CancellationToken stop)
    {
        for (var wait = due - elapsed(); wait > TimeSpan.Zero; wait = due - elapsed())
        {
            await Task.Delay(wait > _tick ? wait : _tick, clock, stop);
        }
    }
}
