using System.Globalization;
using LoadGenerator.Runs;

namespace LoadGenerator.Cli;

/// <summary>A line every now and then, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output, double speed) : LoadProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async Task FollowAsync(LoadRun run)
    {
        var view = run.View();
        Line($"{view.Scenario}: {LoadSummaryText.Plan(view)} to {view.Target}, speed {speed}");
        for (var ended = false; !ended;)
        {
            ended = await EndsWithinAsync(run, Interval);
            if (!run.IsUnreachable)
            {
                output.WriteLine(LoadSummaryText.Progress(run.View()));
            }
        }
    }

    public override void Summarize(RunView view)
    {
        Line($"{view.Scenario}: {view.State.ToString().ToUpperInvariant()}; {LoadSummaryText.Counts(view)}");
        Line($"{view.Scenario}: {LoadSummaryText.Lag(view)}");
        if (view.Failure is { } failure)
        {
            Line($"{view.Scenario}: the first request without an answer: {failure}");
        }
    }

    private void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
