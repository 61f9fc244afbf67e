namespace LocalAws.EventBridge.Schedules;

/// <summary>
/// <c>cron(minutes hours day-of-month month day-of-week year)</c> in UTC. Source: EventBridge User Guide, "Cron expressions".
/// </summary>
internal sealed record CronSchedule : RuleSchedule
{
    private const int LastYear = 2199;

    private CronSchedule(CronValues minutes, CronValues hours, IReadOnlyList<CronDay> days, CronValues months, CronValues years) =>
        (Minutes, Hours, Days, Months, Years) = (minutes, hours, days, months, years);

    private CronValues Minutes { get; }

    private CronValues Hours { get; }

    /// <summary>The alternatives of whichever of the two day fields says something.</summary>
    private IReadOnlyList<CronDay> Days { get; }

    private CronValues Months { get; }

    private CronValues Years { get; }

    /// <summary>Reads a cron expression; null if it is none.</summary>
    public static new CronSchedule? TryParse(string expression)
    {
        const string Start = "cron(";
        if (!expression.StartsWith(Start, StringComparison.Ordinal) || !expression.EndsWith(')')
            || expression[Start.Length..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                is not [var minute, var hour, var dayOfMonth, var month, var dayOfWeek, var year])
        {
            return null;
        }

        // Exactly one of the day fields says which days; the other is the question mark.
        var days = (dayOfMonth, dayOfWeek) switch
        {
            ("?", not "?") => CronDay.ParseDaysOfWeek(dayOfWeek),
            (not "?", "?") => CronDay.ParseDaysOfMonth(dayOfMonth),
            _ => null,
        };
        return days is not null
            && CronValues.TryParse(minute, CronRange.Minutes) is { } minutes
            && CronValues.TryParse(hour, CronRange.Hours) is { } hours
            && CronValues.TryParse(month, CronRange.Months) is { } months
            && CronValues.TryParse(year, CronRange.Years) is { } years
                ? new CronSchedule(minutes, hours, days, months, years)
                : null;
    }

    public override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset start)
    {
        var utc = after.UtcDateTime;
        var minute = new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, 0, DateTimeKind.Utc).AddMinutes(1);
        var first = (minute.Hour * 60) + minute.Minute;
        for (var day = DateOnly.FromDateTime(minute); day.Year <= LastYear; first = 0)
        {
            if (!Years.Contains(day.Year))
            {
                day = new DateOnly(day.Year + 1, 1, 1);
            }
            else if (!Months.Contains(day.Month))
            {
                day = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            }
            else
            {
                if (Days.Any(rule => rule.Matches(day)) && FindTime(first) is { } time)
                {
                    return new DateTimeOffset(day.ToDateTime(time), TimeSpan.Zero);
                }

                day = day.AddDays(1);
            }
        }

        return null;
    }

    /// <summary>The first time of a day at or after the minute <paramref name="first"/> of it.</summary>
    private TimeOnly? FindTime(int first)
    {
        for (var minute = first; minute < 24 * 60; minute++)
        {
            if (!Hours.Contains(minute / 60))
            {
                minute = (((minute / 60) + 1) * 60) - 1;
            }
            else if (Minutes.Contains(minute % 60))
            {
                return new TimeOnly(minute / 60, minute % 60);
            }
        }

        return null;
    }
}
