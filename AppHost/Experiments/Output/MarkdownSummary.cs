using System.Text;
using Scenarios.Comparison;

namespace AppHost.Experiments.Output;

/// <summary><c>summary.md</c>: short, for the page of a CI job.</summary>
internal static class MarkdownSummary
{
    /// <summary>The file's text.</summary>
    public static string Text(ExperimentResult experiment)
    {
        var text = new StringBuilder($"## Experiment: {experiment.Scenario}\n\n");
        foreach (var failed in experiment.Arms.Where(arm => arm.ExitCode != 0))
        {
            text.Append($"- **{failed.Name} failed**: {(failed.Report is null ? "it ended without a report" : "not every order is accounted for")}\n");
        }

        foreach (var sentence in experiment.Comparison?.Verdict ?? [])
        {
            text.Append($"- {sentence}\n");
        }

        foreach (var warning in experiment.Warnings)
        {
            text.Append($"- {warning}\n");
        }

        AppendArms(text.Append('\n'), [.. experiment.Reported]);
        AppendExpectations(text, experiment.Expectations);
        return text.ToString();
    }

    private static void AppendArms(StringBuilder text, ArmResult[] arms)
    {
        text.Append("| arm | accepted | delivered | orders dropped | 429 | peak concurrency | p50 | p99 | settled after | cost |\n");
        text.Append("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n");
        foreach (var (name, report) in arms.Select(arm => (arm.Name, arm.Report!)))
        {
            string[] cells =
            [
                name,
                FigureText.Text(report.Totals.Accepted, ""),
                FigureText.Text(report.Totals.Delivered, ""),
                FigureText.Text(report.Totals.Dropped, ""),
                FigureText.Text(report.Totals.Throttled, ""),
                FigureText.Text(report.Peaks.ConcurrentExecutions, ""),
                FigureText.Text(report.TimeToDelivery.P50Seconds, "s"),
                FigureText.Text(report.TimeToDelivery.P99Seconds, "s"),
                FigureText.Text(report.SimulatedSeconds, "s"),
                FigureText.Text((double?)report.Cost?.Total, report.Cost?.Currency ?? ""),
            ];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }
    }

    private static void AppendExpectations(StringBuilder text, IReadOnlyList<ExpectationOutcome> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        text.Append("\n| expectation | arm | |\n| --- | --- | --- |\n");
        foreach (var outcome in outcomes)
        {
            text.Append($"| `{outcome.Expectation.Replace("|", "\\|", StringComparison.Ordinal)}` | {outcome.Arm} | {ExperimentText.Mark(outcome.Met).Trim()} |\n");
        }
    }
}
