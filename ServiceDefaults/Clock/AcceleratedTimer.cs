namespace ServiceDefaults.Clock;

/// <summary>
/// A timer in simulated time. The machine's timers count in whole milliseconds and may fire up to one early, which at
/// a hundred times the speed is a tenth of a simulated second; so this one looks at its clock when it is woken and
/// goes back to sleep until the time has come.
/// </summary>
internal sealed class AcceleratedTimer : ITimer
{
    /// <summary>As for the system's timers.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>A longer real wait is slept in pieces: at a low speed it may exceed what a timer takes.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly AcceleratedTimeProvider _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _sleep;
    private long? _due;
    private TimeSpan _period;
    private bool _isDisposed;

    public AcceleratedTimer(AcceleratedTimeProvider clock, TimeProvider real, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _sleep = real.CreateTimer(static timer => ((AcceleratedTimer)timer!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Require(dueTime, nameof(dueTime));
        Require(period, nameof(period));
        lock (_lock)
        {
            if (_isDisposed)
            {
                return false;
            }

            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetTimestamp() + ToTicks(dueTime);
            return _sleep.Change(dueTime == Timeout.InfiniteTimeSpan ? dueTime : ToSleep(dueTime), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _due = null;
        }

        _sleep.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _due = null;
        }

        return _sleep.DisposeAsync();
    }

    private static void Require(TimeSpan wait, string name)
    {
        if (wait != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, LongestWait, name);
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            if (_due is not { } due)
            {
                return;
            }

            var now = _clock.GetTimestamp();
            if (now < due)
            {
                _sleep.Change(ToSleep(_clock.GetElapsedTime(now, due)), Timeout.InfiniteTimeSpan);
                return;
            }

            _due = NextDue(due, now);
            if (_due is { } next)
            {
                _sleep.Change(ToSleep(_clock.GetElapsedTime(now, next)), Timeout.InfiniteTimeSpan);
            }
        }

        _callback(_state);
    }

    /// <summary>A period is counted from when the timer was due, so that lateness does not add up; what was missed altogether is made up for once.</summary>
    private long? NextDue(long due, long now) =>
        _period <= TimeSpan.Zero ? null : Math.Max(due + ToTicks(_period), now);

    /// <summary>Rounded up: a wait in simulated time is never shorter than asked for.</summary>
    private long ToTicks(TimeSpan simulated) =>
        (long)Math.Ceiling((decimal)simulated.Ticks * _clock.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>The real time to sleep, in whole milliseconds, rounded up.</summary>
    private TimeSpan ToSleep(TimeSpan simulated)
    {
        var milliseconds = Math.Ceiling(Math.Max(0, simulated.TotalMilliseconds) / _clock.Speed);
        return milliseconds >= LongestSleep.TotalMilliseconds ? LongestSleep : TimeSpan.FromMilliseconds(milliseconds);
    }
}
