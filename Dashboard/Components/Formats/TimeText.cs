using System.Globalization;

namespace Dashboard.Components.Formats;

/// <summary>Durations and distances in time, as they are read at a glance.</summary>
internal static class TimeText
{
    /// <summary>Three digits that count, in the unit that fits: <c>12 µs</c>, <c>3.4 ms</c>, <c>1.25 s</c>, <c>2 min 5 s</c>, <c>3 h 7 min</c>.</summary>
    public static string Duration(TimeSpan duration) => duration < TimeSpan.Zero ? "−" + Duration(-duration) : duration switch
    {
        { Ticks: 0 } => "0 s",
        { TotalMilliseconds: < 1 } => $"{Digits(duration.TotalMicroseconds)} µs",
        { TotalSeconds: < 1 } => $"{Digits(duration.TotalMilliseconds)} ms",
        { TotalMinutes: < 1 } => $"{Digits(duration.TotalSeconds)} s",
        { TotalHours: < 1 } => Pair(duration.Minutes, "min", duration.Seconds, "s"),
        { TotalDays: < 1 } => Pair(duration.Hours, "h", duration.Minutes, "min"),
        _ => Pair((int)duration.TotalDays, "d", duration.Hours, "h"),
    };

    /// <summary>How long ago: <c>just now</c>, <c>12 s ago</c>, <c>5 min ago</c>; <c>in 3 s</c> when it is still to come.</summary>
    public static string Ago(TimeSpan since) => since switch
    {
        { TotalSeconds: > -1 and < 1 } => "just now",
        { Ticks: < 0 } => $"in {Whole(-since)}",
        _ => $"{Whole(since)} ago",
    };

    /// <summary>A time in an invariant form.</summary>
    public static string Of(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);

    private static string Whole(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 1 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} d",
    };

    private static string Digits(double value) =>
        value.ToString(value < 10 ? "0.##" : value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);

    private static string Pair(int first, string firstUnit, int second, string secondUnit) =>
        second == 0 ? $"{first} {firstUnit}" : $"{first} {firstUnit} {second} {secondUnit}";
}
