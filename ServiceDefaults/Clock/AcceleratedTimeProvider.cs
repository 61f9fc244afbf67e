namespace ServiceDefaults.Clock;

/// <summary>
/// A clock that runs <see cref="Speed"/> times as fast as the machine's. Every timestamp it gives and every timer it
/// makes is in simulated time, so a wait of 60 s takes 60 / <see cref="Speed"/> seconds of real time.
/// </summary>
/// <remarks>
/// Processes that share <see cref="ClockOptions.Origin"/> agree on the simulated time of day, because each derives it
/// from the machine's clock at its own start and counts on from there with the monotonic timestamp.
/// </remarks>
public sealed class AcceleratedTimeProvider : TimeProvider
{
    /// <summary>Tries to read the machine's two clocks at one instant.</summary>
    private const int ReadingTries = 16;

    private readonly TimeProvider _real;
    private readonly DateTimeOffset _simulatedStart;
    private readonly long _realStart;

    /// <summary>Starts the clock.</summary>
    /// <param name="speed">How many simulated seconds pass in a real one; greater than 0.</param>
    /// <param name="origin">The instant at which simulated and real time agree; null: now.</param>
    /// <param name="real">The clock to accelerate; null: the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="speed"/> is not a positive number, or <paramref name="origin"/> is so far away that simulated
    /// time has left the calendar.
    /// </exception>
    public AcceleratedTimeProvider(double speed, DateTimeOffset? origin = null, TimeProvider? real = null)
    {
        if (!(speed > 0) || double.IsInfinity(speed))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "The clock's speed is a positive number.");
        }

        Speed = speed;
        _real = real ?? System;
        (_realStart, var realNow) = ReadAtOnce(_real);
        Origin = origin?.ToUniversalTime() ?? realNow;
        _simulatedStart = Origin + Accelerate(realNow - Origin);
    }

    /// <summary>Simulated seconds a real second.</summary>
    public double Speed { get; }

    /// <summary>The instant at which simulated and real time agree.</summary>
    public DateTimeOffset Origin { get; }

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => _real.TimestampFrequency;

    /// <inheritdoc />
    public override long GetTimestamp() => (long)((_real.GetTimestamp() - _realStart) * Speed);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _simulatedStart + Accelerate(_real.GetElapsedTime(_realStart));

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new AcceleratedTimer(this, _real, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private TimeSpan Accelerate(TimeSpan real) => real * Speed;

    /// <summary>
    /// Reads timestamp and time of day as of one instant. A thread that is held up between the two readings would be
    /// wrong about the time of day ever after, by that delay times the speed; so the closest pair of several counts.
    /// </summary>
    private static (long Timestamp, DateTimeOffset UtcNow) ReadAtOnce(TimeProvider real)
    {
        var best = (Timestamp: 0L, UtcNow: default(DateTimeOffset), Gap: long.MaxValue);
        for (var attempt = 0; attempt < ReadingTries && best.Gap > 0; attempt++)
        {
            var before = real.GetTimestamp();
            var utcNow = real.GetUtcNow();
            var gap = real.GetTimestamp() - before;
            if (gap < best.Gap)
            {
                best = (before + (gap / 2), utcNow, gap);
            }
        }

        return (best.Timestamp, best.UtcNow);
    }
}
