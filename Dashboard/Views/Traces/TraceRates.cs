using Dashboard.Telemetry.Queries;

namespace Dashboard.Views.Traces;

/// <summary>How many traces began, over time.</summary>
internal static class TraceRates
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The rates over a time, in steps of equal length; without traces there are none.</summary>
    /// <param name="starts">How many began in which second.</param>
    /// <param name="from">The beginning of the time; null: the first trace's.</param>
    /// <param name="to">Its end; null: the last trace's.</param>
    /// <param name="steps">How many steps at most, but for the two at the ends.</param>
    public static IReadOnlyList<TraceRate> Of(IReadOnlyList<TraceStarts> starts, DateTimeOffset? from, DateTimeOffset? to, int steps)
    {
        if (starts.Count == 0)
        {
            return [];
        }

        var first = from ?? starts.Min(start => start.Second);
        var last = to ?? starts.Max(start => start.Second);
        var step = TimeSpan.FromSeconds(Math.Max(Second.TotalSeconds, Math.Ceiling((last - first).TotalSeconds / steps)));
        // On a grid of its own, so that a live chart's bars stay where they are.
        var begin = first.UtcTicks / step.Ticks;
        var good = new long[Math.Max(0, (last.UtcTicks / step.Ticks) - begin) + 1];
        var failed = new long[good.Length];
        foreach (var start in starts)
        {
            var at = (start.Second.UtcTicks / step.Ticks) - begin;
            if (at >= 0 && at < good.Length)
            {
                good[at] += start.Traces - start.Failed;
                failed[at] += start.Failed;
            }
        }

        return
        [
            .. good.Select((count, i) => new TraceRate(
                new(((begin + i) * step.Ticks) + (step.Ticks / 2), TimeSpan.Zero), count / step.TotalSeconds, failed[i] / step.TotalSeconds)),
        ];
    }
}
