using System.Globalization;
using LoadGenerator.Runs;
using Spectre.Console;

namespace LoadGenerator.Cli;

/// <summary>A bar and the counts, redrawn in place; a table at the end.</summary>
internal sealed class TerminalProgress(IAnsiConsole console, double speed) : LoadProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public override async Task FollowAsync(LoadRun run)
    {
        var first = run.View();
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{first.Scenario}[/] → {first.Target}, {LoadSummaryText.Plan(first)}, speed {speed}");
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(LoadSummaryText.Stage(first)), maxValue: first.DurationSeconds);
                for (var ended = false; !ended;)
                {
                    ended = await EndsWithinAsync(run, Interval);
                    var view = run.View();
                    bar.Value = Math.Min(view.ElapsedSeconds, view.DurationSeconds);
                    bar.Description = Markup.Escape($"{LoadSummaryText.Stage(view)}: {LoadSummaryText.Counts(view)}");
                }
            });
    }

    public override void Summarize(RunView view)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "");
        table.HideHeaders();
        Row(table, "state", view.State.ToString());
        Row(table, "planned", Count(view.Planned));
        Row(table, "sent", Count(view.Started));
        Row(table, "skipped", Count(view.Skipped));
        Row(table, "accepted", Count(view.Accepted));
        Row(table, "rejected", Count(view.Rejected));
        Row(table, "failed", Count(view.Failed));
        Row(table, "lag", LoadSummaryText.Lag(view));
        if (view.Failure is { } failure)
        {
            Row(table, "first failure", failure);
        }

        console.Write(table);
    }

    private static void Row(Table table, string name, string value) => table.AddRow(Markup.Escape(name), Markup.Escape(value));

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
