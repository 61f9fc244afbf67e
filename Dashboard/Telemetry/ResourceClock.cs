namespace Dashboard.Telemetry;

/// <summary>How a process's time runs: <paramref name="Speed"/> simulated seconds a real one, agreeing at <paramref name="Origin"/>.</summary>
internal sealed record ResourceClock(double Speed, DateTimeOffset Origin)
{
    /// <summary>A process on real time.</summary>
    public static ResourceClock Real { get; } = new(1, DateTimeOffset.UnixEpoch);

    /// <summary>The simulated time of a real instant.</summary>
    public DateTimeOffset Simulate(DateTimeOffset real) => Origin + ((real - Origin) * Speed);

    /// <summary>The simulated seconds that a real span of time is.</summary>
    public double Simulate(TimeSpan real) => real.TotalSeconds * Speed;
}
