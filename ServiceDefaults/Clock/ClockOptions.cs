using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Clock;

/// <summary>The section <c>Clock</c>: how fast simulated time runs.</summary>
public sealed record ClockOptions
{
    /// <summary>Simulated seconds a real second, 0.1 to 100. Default 1: the system's own clock.</summary>
    [Range(0.1, 100.0)]
    public double Speed { get; init; } = 1;

    /// <summary>
    /// The instant at which simulated and real time agree. The AppHost sets it, so that all processes read the same
    /// time of day; null: the start of the process.
    /// </summary>
    public DateTimeOffset? Origin { get; init; }
}
