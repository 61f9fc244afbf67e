namespace LocalAws.EventBridge.Schedules;

/// <summary>Which days an item of a cron expression's day field means.</summary>
internal abstract record CronDay
{
    public abstract bool Matches(DateOnly day);

    /// <summary>Reads a day-of-month field: values, <c>L</c> (the last day) and <c>15W</c> (the weekday nearest to it).</summary>
    public static IReadOnlyList<CronDay>? ParseDaysOfMonth(string text) => Parse(text, static item => item switch
    {
        "L" => new LastOfMonth(),
        "LW" => new NearestWeekday(null),
        [.., 'W'] => CronRange.DaysOfMonth.Parse(item[..^1]) is { } day ? new NearestWeekday(day) : null,
        _ => CronValues.TryParse(item, CronRange.DaysOfMonth) is { } values ? new OfMonth(values) : null,
    });

    /// <summary>
    /// Reads a day-of-week field: values, <c>L</c> (Saturday), <c>6L</c> (the month's last Friday) and, alone, <c>6#3</c>
    /// (its third).
    /// </summary>
    public static IReadOnlyList<CronDay>? ParseDaysOfWeek(string text)
    {
        if (text.Split('#') is [var name, [>= '1' and <= '5' and var count]])
        {
            return CronRange.DaysOfWeek.Parse(name) is { } day ? [new NthOfWeek(day, count - '0')] : null;
        }

        return Parse(text, static item => item switch
        {
            "L" => new LastOfWeek(),
            [.., 'L'] => CronRange.DaysOfWeek.Parse(item[..^1]) is { } day ? new LastWeekdayOfMonth(day) : null,
            _ => CronValues.TryParse(item, CronRange.DaysOfWeek) is { } values ? new OfWeek(values) : null,
        });
    }

    private static CronDay[]? Parse(string text, Func<string, CronDay?> parse)
    {
        CronDay?[] days = [.. text.Split(',').Select(parse)];
        return days.Contains(null) ? null : [.. days.OfType<CronDay>()];
    }

    private static int LastDay(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>Sunday is 1.</summary>
    private static int Weekday(DateOnly day) => (int)day.DayOfWeek + 1;

    private sealed record OfMonth(CronValues Values) : CronDay
    {
        public override bool Matches(DateOnly day) => Values.Contains(day.Day);
    }

    private sealed record LastOfMonth : CronDay
    {
        public override bool Matches(DateOnly day) => day.Day == LastDay(day);
    }

    /// <summary>The weekday (Monday to Friday) of the same month that is nearest to a day.</summary>
    /// <param name="Target">Null: the last day of the month.</param>
    private sealed record NearestWeekday(int? Target) : CronDay
    {
        public override bool Matches(DateOnly day)
        {
            var last = LastDay(day);
            if ((Target ?? last) is var target && target > last)
            {
                return false;
            }

            return day.Day == new DateOnly(day.Year, day.Month, target).DayOfWeek switch
            {
                DayOfWeek.Saturday => target == 1 ? 3 : target - 1,
                DayOfWeek.Sunday => target == last ? target - 2 : target + 1,
                _ => target,
            };
        }
    }

    private sealed record OfWeek(CronValues Values) : CronDay
    {
        public override bool Matches(DateOnly day) => Values.Contains(Weekday(day));
    }

    private sealed record LastOfWeek : CronDay
    {
        public override bool Matches(DateOnly day) => day.DayOfWeek == DayOfWeek.Saturday;
    }

    private sealed record LastWeekdayOfMonth(int Day) : CronDay
    {
        public override bool Matches(DateOnly day) => Weekday(day) == Day && day.Day > LastDay(day) - 7;
    }

    private sealed record NthOfWeek(int Day, int Count) : CronDay
    {
        public override bool Matches(DateOnly day) => Weekday(day) == Day && (day.Day + 6) / 7 == Count;
    }
}
