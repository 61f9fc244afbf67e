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
    private readonly TimeProvider _real;
    private readonly DateTimeOffset _simulatedStart;
    private readonly long _realStart;

    /// <summary>Starts the clock.</summary>
    /// <param name="speed">How many simulated seconds pass in a real one; greater than 0.</param>
    /// <param name="origin">The instant at which simulated and real time agree; null: now.</param>
    /// <param name="real">The clock to accelerate; null: the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="speed"/> is not a positive number.</exception>
    public AcceleratedTimeProvider(double speed, DateTimeOffset? origin = null, TimeProvider? real = null)
    {
        if (!(speed > 0) || double.IsInfinity(speed))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "The clock's speed is a positive number.");
        }

        Speed = speed;
        _real = real ?? System;
        _realStart = _real.GetTimestamp();
        var realNow = _real.GetUtcNow();
        Origin = origin?.ToUniversalTime() ?? realNow;
        _simulatedStart = Origin + ((realNow - Origin) * speed);
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
    public override DateTimeOffset GetUtcNow() => _simulatedStart + (_real.GetElapsedTime(_realStart) * Speed);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new AcceleratedTimer(_real.CreateTimer(callback, state, ToReal(dueTime), ToReal(period)), this);

    /// <summary>The real time that <paramref name="simulated"/> takes; infinite stays infinite.</summary>
    private TimeSpan ToReal(TimeSpan simulated) =>
        simulated == Timeout.InfiniteTimeSpan || simulated == TimeSpan.Zero ? simulated : simulated / Speed;

    private sealed class AcceleratedTimer(ITimer timer, AcceleratedTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.ToReal(dueTime), clock.ToReal(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
