using System.Globalization;
using System.Net;
using System.Text;
using Scenarios.Comparison;
using Scenarios.References;

namespace AppHost.Experiments.Output;

/// <summary><c>report.html</c>: one file without script or links to elsewhere; works offline, in light and dark, and printed.</summary>
internal static class HtmlReport
{
    private static readonly string Style = ReadStyle();

    /// <summary>The file's text.</summary>
    public static string Text(ExperimentResult experiment)
    {
        var title = $"Experiment: {experiment.Scenario}";
        var body = new StringBuilder();
        AppendHead(body, experiment, title);
        AppendFigures(body, experiment);
        AppendExpectations(body, experiment.Expectations);
        body.Append("<h2>Over time</h2>\n<div class=\"charts\">\n").Append(ReportCharts.Draw(experiment)).Append("</div>\n");
        if (ReferenceCurves.For(experiment.Scenario) is { } reference)
        {
            body.Append($"<p class=\"note\">{Encode(reference.Name)}: {Encode(reference.Note)}</p>\n");
        }

        AppendMinutes(body, experiment);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title>
            <style>
            {Style}</style>
            </head>
            <body>
            {body}</body>
            </html>

            """;
    }

    private static void AppendHead(StringBuilder body, ExperimentResult experiment, string title)
    {
        body.Append($"<h1>{Encode(title)}</h1>\n");
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{experiment.At:yyyy-MM-dd HH:mm} UTC. {experiment.Arms.Count} arms");
        if (experiment.Reported.FirstOrDefault()?.Report is { } report)
        {
            body.Append(CultureInfo.InvariantCulture, $" at {report.Speed:0.##} times real time, seed {report.Seed}. All times are simulated");
        }

        body.Append(".</p>\n<ul class=\"verdict\">\n");
        foreach (var failed in experiment.Arms.Where(arm => arm.ExitCode != 0))
        {
            body.Append($"<li class=\"bad\">{Encode(failed.Name)} failed: {(failed.Report is null ? "it ended without a report" : "not every order is accounted for")}.</li>\n");
        }

        foreach (var sentence in experiment.Comparison?.Verdict ?? [])
        {
            body.Append($"<li>{Encode(sentence)}</li>\n");
        }

        foreach (var warning in experiment.Warnings)
        {
            body.Append($"<li class=\"warning\">{Encode(warning)}</li>\n");
        }

        body.Append("</ul>\n");
    }

    /// <summary>A column an arm; with two of them their difference beside.</summary>
    private static void AppendFigures(StringBuilder body, ExperimentResult experiment)
    {
        ArmResult[] arms = [.. experiment.Reported];
        if (arms.Length == 0)
        {
            return;
        }

        RunComparison[] columns = [.. arms.Select(arm => RunComparison.Of(arms[0].Report!, arm.Report!, "", ""))];
        body.Append("<h2>Totals</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th></th>");
        for (var index = 0; index < arms.Length; index++)
        {
            body.Append($"<th><span class=\"{ReportCharts.Style(index)}\"><i></i>{Encode(arms[index].Name)}</span></th>");
        }

        body.Append(arms.Length == 2 ? "<th>difference</th>" : "").Append("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < columns[0].Figures.Count; row++)
        {
            body.Append($"<tr><th>{Encode(columns[0].Figures[row].Title)}</th>");
            foreach (var column in columns)
            {
                body.Append($"<td>{Encode(FigureText.Text(column.Figures[row].Second, column.Figures[row].Unit))}</td>");
            }

            body.Append(arms.Length == 2 ? $"<td>{Encode(FigureText.Difference(columns[1].Figures[row]))}</td>" : "").Append("</tr>\n");
        }

        body.Append("</tbody></table></div>\n");
    }

    private static void AppendExpectations(StringBuilder body, IReadOnlyList<ExpectationOutcome> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        body.Append("<h2>Expectations</h2>\n<div class=\"scroll\"><table>\n<tbody>\n");
        foreach (var outcome in outcomes)
        {
            var style = outcome.Met == true ? "good" : "bad";
            body.Append($"<tr><th><code>{Encode(outcome.Expectation)}</code></th><td>{Encode(outcome.Arm)}</td><td class=\"{style}\">{ExperimentText.Mark(outcome.Met).Trim()}</td></tr>\n");
        }

        body.Append("</tbody></table></div>\n");
    }

    private static void AppendMinutes(StringBuilder body, ExperimentResult experiment)
    {
        foreach (var (name, report) in experiment.Reported.Select(arm => (arm.Name, arm.Report!)))
        {
            body.Append($"<details><summary>Minute by minute: {Encode(name)}</summary>\n<div class=\"scroll\"><table>\n<thead><tr>");
            foreach (var heading in (string[])["minute", "accepted", "invocations", "errors", "success", "concurrent", "events dropped", "calls", "429", "502", "delivered", "queue"])
            {
                body.Append($"<th>{heading}</th>");
            }

            body.Append("</tr></thead>\n<tbody>\n");
            foreach (var minute in report.Minutes)
            {
                long[] cells = [minute.ConcurrentExecutions, minute.Dropped, minute.Calls, minute.Throttled, minute.Faults, minute.Delivered, minute.QueueDepth];
                body.Append($"<tr><th>{minute.Minute}</th><td>{minute.Accepted:N0}</td><td>{minute.Invocations:N0}</td><td>{minute.Errors:N0}</td><td>{FigureText.Text(minute.SuccessRatePercent, "%")}</td>");
                body.AppendJoin("", cells.Select(cell => $"<td>{cell:N0}</td>")).Append("</tr>\n");
            }

            body.Append("</tbody></table></div></details>\n");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("AppHost.Experiments.report.css")!);
        return reader.ReadToEnd();
    }
}
