using System.Globalization;

namespace LocalAws.EventBridge.Schedules;

/// <summary>What a field of a cron expression may hold.</summary>
/// <param name="Names">The names of its values, the lowest first; empty: numbers only.</param>
/// <param name="Wraps">Whether a range may run over the end, as <c>FRI-MON</c> does.</param>
internal sealed record CronRange(int Lowest, int Highest, string[] Names, bool Wraps = true)
{
    public static CronRange Minutes { get; } = new(0, 59, []);

    public static CronRange Hours { get; } = new(0, 23, []);

    public static CronRange DaysOfMonth { get; } = new(1, 31, []);

    public static CronRange Months { get; } = new(
        1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    /// <summary>Sunday is 1.</summary>
    public static CronRange DaysOfWeek { get; } = new(1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    public static CronRange Years { get; } = new(1970, 2199, [], Wraps: false);

    /// <summary>One value, by number or by name; null if it is none.</summary>
    public int? Parse(string text)
    {
        var named = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? Lowest + named
            : text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= Lowest && number <= Highest ? number
            : null;
    }
}
