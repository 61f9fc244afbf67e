using System.Globalization;
using System.Text;

namespace Scenarios.Reports;

/// <summary>Minutes as CSV (RFC 4180): a row a run and minute. <c>flowControl</c> is the run's: off, on, or how it was turned.</summary>
public static class MinutesCsv
{
    private const string Header =
        "run,minute,accepted,invocations,errors,successRatePercent,concurrentExecutions,asyncEventsDropped,calls,throttled,faults,delivered,queueDepth,flowControl\r\n";

    /// <summary>The minutes of one or more runs.</summary>
    public static string Text(params IEnumerable<(string Name, RunReport Report)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var text = new StringBuilder(Header);
        foreach (var (name, report) in runs)
        {
            var quoted = $"\"{CsvCell.Harmless(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            var flowControl = report.Flips.Count == 0 ? RunWords.FlowControl(report) : $"\"{RunWords.FlowControl(report)}\"";
            foreach (var minute in report.Minutes)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{quoted},{minute.Minute},{minute.Accepted},{minute.Invocations},{minute.Errors},{minute.SuccessRatePercent},{minute.ConcurrentExecutions},{minute.Dropped},{minute.Calls},{minute.Throttled},{minute.Faults},{minute.Delivered},{minute.QueueDepth},{flowControl}\r\n");
            }
        }

        return text.ToString();
    }
}
