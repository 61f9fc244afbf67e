namespace Dashboard.Views.Traces;

/// <summary>Round times for an axis.</summary>
internal static class TimeTicks
{
    private static readonly double[] Decimal = [1, 2, 5];
    private static readonly double[] Seconds = [10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400];

    /// <summary>Ticks from the first round time at or after <paramref name="from"/>, at most <paramref name="most"/>, evenly apart.</summary>
    /// <param name="from">Where the axis begins, since the beginning of what it is the axis of.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="most">How many there is room for.</param>
    public static IReadOnlyList<TimeSpan> Of(TimeSpan from, TimeSpan to, int most)
    {
        if (to <= from || most < 1)
        {
            return [];
        }

        var step = Step((to - from) / most);
        List<TimeSpan> ticks = [];
        for (var tick = TimeSpan.FromTicks((from.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks); tick <= to; tick += step)
        {
            ticks.Add(tick);
        }

        return ticks.Count > most ? ticks.GetRange(0, most) : ticks;
    }

    /// <summary>The least round step that is no less than <paramref name="least"/>.</summary>
    private static TimeSpan Step(TimeSpan least)
    {
        for (var power = 1e-7; power < 10; power *= 10)
        {
            foreach (var digit in Decimal)
            {
                var step = TimeSpan.FromTicks((long)Math.Round(digit * power * TimeSpan.TicksPerSecond));
                if (step >= least && step.TotalSeconds < Seconds[0])
                {
                    return step;
                }
            }
        }

        foreach (var seconds in Seconds)
        {
            if (TimeSpan.FromSeconds(seconds) >= least)
            {
                return TimeSpan.FromSeconds(seconds);
            }
        }

        return TimeSpan.FromDays(Math.Ceiling(least.TotalDays));
    }
}
