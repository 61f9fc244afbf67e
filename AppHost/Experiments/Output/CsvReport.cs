using System.Globalization;
using System.Text;
using Scenarios.Reports;

namespace AppHost.Experiments.Output;

/// <summary><c>report.csv</c>: a row an arm and minute (RFC 4180).</summary>
internal static class CsvReport
{
    private const string Header =
        "arm,minute,accepted,invocations,errors,successRatePercent,concurrentExecutions,dropped,calls,throttled,faults,delivered,queueDepth\r\n";

    /// <summary>The file's text.</summary>
    public static string Text(ExperimentResult experiment) => experiment.Reported
        .SelectMany(arm => arm.Report!.Minutes.Select(minute => Row(arm.Arm.Name, minute)))
        .Aggregate(new StringBuilder(Header), static (text, row) => text.Append(row))
        .ToString();

    private static string Row(string arm, RunMinute minute) => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{arm.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{minute.Minute},{minute.Accepted},{minute.Invocations},{minute.Errors},{minute.SuccessRatePercent},{minute.ConcurrentExecutions},{minute.Dropped},{minute.Calls},{minute.Throttled},{minute.Faults},{minute.Delivered},{minute.QueueDepth}\r\n");
}
