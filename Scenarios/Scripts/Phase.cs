namespace Scenarios.Scripts;

/// <summary>
/// A stretch of the load over which the arrival rate goes in a straight line from <see cref="StartRate"/> to
/// <see cref="EndRate"/>. A pause is a phase with both at 0.
/// </summary>
public sealed record Phase
{
    /// <summary>Its name in the script; empty if it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>How long it lasts, s; greater than 0.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Arrivals a second at its beginning.</summary>
    public required double StartRate { get; init; }

    /// <summary>Arrivals a second at its end.</summary>
    public required double EndRate { get; init; }

    /// <summary>Arrivals are left out while this many users are under way; null: never.</summary>
    public int? MaxVusers { get; init; }

    /// <summary>Arrivals in the whole phase: the integral of its rate.</summary>
    public double Arrivals => DurationSeconds * (StartRate + EndRate) / 2;

    /// <summary>How long the phase has to run, s, until <paramref name="arrivals"/> have arrived; at most its duration.</summary>
    /// <remarks>
    /// The rate r + s·t integrates to r·t + s·t²/2. Its inverse is written with the root in the denominator, so that
    /// it holds for a level rate (s = 0) and for a start from nothing (r = 0), and loses no digits near either.
    /// </remarks>
    public double SecondsUntil(double arrivals)
    {
        var slope = (EndRate - StartRate) / DurationSeconds;
        var rateThen = Math.Sqrt(Math.Max(0, (StartRate * StartRate) + (2 * slope * arrivals)));
        return StartRate + rateThen > 0 ? Math.Clamp(2 * arrivals / (StartRate + rateThen), 0, DurationSeconds) : 0;
    }
}
