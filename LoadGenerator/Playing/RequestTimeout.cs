using System.Globalization;
using ServiceDefaults.Clock;

namespace LoadGenerator.Playing;

/// <summary>
/// How long a request may go without an answer. The script asks for it in simulated time, but HTTP between processes runs in
/// real time: a fast clock shortens it to <see cref="Least"/> and no further, or else the computer would be what is measured.
/// </summary>
/// <param name="Simulated">The timeout, simulated.</param>
/// <param name="Speed">Simulated seconds a real second.</param>
internal sealed record RequestTimeout(TimeSpan Simulated, double Speed)
{
    /// <summary>Real time. A script that asks for less gets what it asks for.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    /// <summary>The timeout that a script asks for, on this clock.</summary>
    public static RequestTimeout Of(TimeSpan asked, TimeProvider clock)
    {
        var speed = clock is AcceleratedTimeProvider fast ? fast.Speed : 1;
        var least = (asked < Least ? asked : Least) * speed;
        return new RequestTimeout(asked < least ? least : asked, speed);
    }

    /// <summary>Both times, if they differ.</summary>
    public override string ToString() => Speed == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Simulated.TotalSeconds:0.##} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Simulated.TotalSeconds:0.##} simulated seconds ({Simulated.TotalSeconds / Speed:0.##} s real)");
}
