using System.Globalization;
using Scenarios.Reports;

namespace AppHost.Terminal;

/// <summary>The report as lines of text.</summary>
internal static class ReportText
{
    /// <summary>All of it: the minutes, then the totals.</summary>
    /// <param name="report">The report.</param>
    /// <param name="afterRows">Whether minutes stand on the screen already, as they were told while the run was on.</param>
    public static IEnumerable<string> Lines(RunReport report, bool afterRows = false)
    {
        yield return "";
        yield return (report, afterRows) switch
        {
            (LiveRun { Finished: false }, _) => "Minutes so far:",
            (_, true) => "Final minutes, in the place of the rows above, which were told before all was counted:",
            _ => "Final minutes:",
        };
        yield return MinuteRows.Header;
        foreach (var minute in report.Minutes)
        {
            yield return MinuteRows.Row(minute);
        }

        var (totals, peaks) = (report.Totals, report.Peaks);
        yield return "";
        yield return Text($"{report.Scenario}, flow control {RunWords.FlowControl(report)}, {report.Speed:0.##}x, seed {report.Seed}: {Duration(report.SimulatedSeconds)} simulated in {report.RealSeconds:0.0} s");
        yield return Text($"  orders       {totals.Accepted} accepted = {totals.Delivered} delivered + {totals.Dropped} dropped + {totals.InFlight} in flight{Unaccounted(report)}");
        if (totals.DeadLettered > 0)
        {
            yield return Text($"  dropped      {totals.DeadLettered} of them {(totals.DeadLettered == 1 ? "is" : "are")} in the dead-letter queue: received too often without success");
        }

        yield return Text($"  delivered    half within {Seconds(report.TimeToDelivery.P50Seconds)}, 99 % within {Seconds(report.TimeToDelivery.P99Seconds)}");
        yield return Text($"  SlowApi      {Count(totals.Calls, "call")}: {totals.Throttled} throttled (429), {Count(totals.Faults, "fault")} (502)");
        yield return Text($"  processed    {Count(totals.Processed, "order")}, {totals.ProcessedTwice} of them again");
        yield return Text($"  function     {Count(totals.Invocations, "invocation")}: {Count(totals.InvocationErrors, "error")}, {Timeouts(totals)}");
        yield return Text($"  peaks        {peaks.ConcurrentExecutions} concurrent, {Count(peaks.ErrorsPerMinute, "error")}/min, {Count(peaks.AsyncEventsDroppedPerMinute, "event")} dropped/min, queue {peaks.QueueDepth}, oldest {Seconds(peaks.AgeOfOldestMessageSeconds)}");
        if (report.Cost is { } cost)
        {
            yield return Text($"  on AWS       {cost.Total:0.00} {cost.Currency}, of it {cost.Waste:0.00} for orders that were dropped (prices of {cost.PricesAsOf:yyyy-MM-dd})");
        }

        yield return Text($"  clock        timers late by at most {report.Clock.MaxLagMilliseconds:0} ms, 99 % by less than {report.Clock.P99LagMilliseconds:0} ms (simulated)");
        foreach (var warning in report.Warnings.SelectMany(Wrapped))
        {
            yield return warning;
        }

        if (totals.ProcessedThoughDropped > 0)
        {
            yield return Text($"  note         {Count(totals.ProcessedThoughDropped, "dropped order")} had been processed by SlowApi: its answer came too late");
        }
    }

    /// <summary>A sentence in lines of 99 columns, as wide as the table.</summary>
    private static IEnumerable<string> Wrapped(string sentence)
    {
        var line = "  careful     ";
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length + 1 + word.Length > MinuteRows.Width)
            {
                yield return line;
                line = "              ";
            }

            line += " " + word;
        }

        yield return line;
    }

    /// <summary>
    /// While a run is on, the counts come from services that told of them at different moments; what is missing then is not lost,
    /// and of what is too much there is nothing to say.
    /// </summary>
    private static string Unaccounted(RunReport report) => (report.Totals.Unaccounted, report is LiveRun { Finished: false }) switch
    {
        (0, _) or ( < 0, true) => "",
        (var missing, true) => Text($" ({missing} not yet known)"),
        (var missing, false) => Text($" + {missing} UNACCOUNTED FOR"),
    };

    private static string Timeouts(RunTotals totals) => (totals.InvocationErrors, totals.Timeouts) switch
    {
        (1, var timeouts) => Count(timeouts, "timeout"),
        (_, 1) => "1 of them a timeout",
        (_, var timeouts) => Text($"{timeouts} of them timeouts"),
    };

    private static string Count(long count, string what) => Text($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Duration(double seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalHours: >= 1 } long_ => long_.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) + " h",
        var short_ => short_.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min",
    };

    private static string Seconds(double? seconds) => seconds switch
    {
        null => "-",
        < 120 => Text($"{seconds:0.0} s"),
        _ => Text($"{seconds / 60:0.0} min"),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
