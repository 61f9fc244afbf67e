using Microsoft.Extensions.Time.Testing;

namespace ServiceDefaults.Tests.Clock;

/// <summary>
/// The machine's clock at its worst: timers count in whole milliseconds, rounded down, and fire one millisecond early.
/// </summary>
internal sealed class EarlyTimeProvider : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new EarlyTimer(base.CreateTimer(callback, state, Early(dueTime), period));

    private static TimeSpan Early(TimeSpan wait) =>
        wait <= TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(Math.Max(0, Math.Floor(wait.TotalMilliseconds) - 1));

    private sealed class EarlyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var early = Early(dueTime);

            // A timer of the fake clock that is due at once would run within this call, as no timer of the machine does.
            return timer.Change(early == TimeSpan.Zero ? TimeSpan.FromTicks(1) : early, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
