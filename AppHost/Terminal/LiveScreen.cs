using AppHost.Lab;
using AppHost.Run;
using Scenarios.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AppHost.Terminal;

/// <summary>Draws the live screen, 100 columns at most.</summary>
internal static class LiveScreen
{
    private const int Width = 98;
    private const int MinutesShown = 12;
    private const int NoticesShown = 3;
    private const int BarWidth = 36;

    /// <summary>What happens a second, and how things stand. All ten fit beside each other with a column between them.</summary>
    private static readonly string[] NowTitles =
        ["accepted/s", "delivered/s", "429/s", "502/s", "retries/s", "concurrent", "queue", "oldest", "in flight", "orders dropped"];

    /// <summary>The screen for one status.</summary>
    public static IRenderable Draw(
        LabOptions lab, DashboardAccess access, LabStatus status, IReadOnlyList<ResourceLine> resources, IReadOnlyList<string> notices)
    {
        List<IRenderable> parts = [Headline(lab, status), Resources(resources)];
        if (resources.FirstOrDefault(static line => line.IsHealthyDashboard) is { } dashboard)
        {
            parts.Add(new Text($"\nDashboard: {access.LoginUrl(dashboard.Url)}"));
        }

        if (status.Load is { } load)
        {
            parts.Add(Progress(load, status));
        }

        if (status.Live is { } live)
        {
            parts.Add(Now(live));
            parts.Add(Minutes(live));
        }

        parts.AddRange(notices.TakeLast(NoticesShown).Select(static notice => new Markup($"[yellow]{Markup.Escape(notice)}[/]")));
        return new Rows(parts);
    }

    private static Markup Headline(LabOptions lab, LabStatus status) => new(Text(
        $"[bold]{Markup.Escape(lab.Scenario)}[/]  flow control [bold]{(status.Live is { } live ? RunWords.FlowControl(live) : lab.FlowControl ? "on" : "off")}[/]  {lab.Clock.Speed:0.##}x  [bold]{status.Phase}[/]\n"));

    private static Table Resources(IReadOnlyList<ResourceLine> resources)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().Width(Width).AddColumns("", "", "");
        foreach (var line in resources)
        {
            var colour = line.State switch
            {
                "Healthy" or "Running" => "green",
                ResourceLine.Starting or "Waiting" or "Stopping" or "" => "grey",
                _ => "red",
            };
            table.AddRow(Markup.Escape(line.Name), $"[{colour}]{Markup.Escape(line.State)}[/]", Markup.Escape(line.Url));
        }

        return table;
    }

    /// <summary>The bar is the load's; what comes after the load's planned end is told apart.</summary>
    private static Markup Progress(LoadRun load, LabStatus status)
    {
        var played = Math.Min(load.ElapsedSeconds, load.DurationSeconds);
        var filled = load.DurationSeconds > 0 ? (int)Math.Round(Math.Max(played, 0) / load.DurationSeconds * BarWidth) : BarWidth;
        var stage = status.Phase == RunPhase.Draining
            ? $"load {(load.IsComplete ? "" : "ended at ")}{Clock(played)}{(load.IsComplete ? " done" : "")}, draining for {Clock(Draining(load, status.Live))}"
            : $"{Clock(played)} of {Clock(load.DurationSeconds)}{Overtime(load) ?? $"  {Markup.Escape(load.PhaseName ?? "")}"}";
        return new Markup(Text(
            $"\n[blue]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/] {stage}  {load.Started} of {load.Planned} sent\n"));
    }

    private static double Draining(LoadRun load, LiveRun? live) => Math.Max(0, (live?.SimulatedSeconds ?? 0) - load.ElapsedSeconds);

    /// <summary>Everything is sent, and answers are waited for; null: not so.</summary>
    private static string? Overtime(LoadRun load) =>
        load.ElapsedSeconds - load.DurationSeconds is >= 1 and var over ? $", overtime {Clock(over)}" : null;

    private static Table Now(LiveRun live)
    {
        var (rates, totals) = (live.Rates, live.Totals);
        var table = new Table().Border(TableBorder.None).Width(Width);
        foreach (var title in NowTitles)
        {
            table.AddColumn($"[grey]{title}[/]", static column => column.NoWrap().Padding(0, 0, 1, 0));
        }

        table.AddRow(
            Rate(rates.Accepted),
            Rate(rates.Delivered),
            Warn(rates.Throttled > 0, Rate(rates.Throttled)),
            Rate(rates.Faults),
            Rate(rates.Retries),
            Text($"{live.ConcurrentExecutions}"),
            Text($"{live.QueueDepth}"),
            Clock(live.AgeOfOldestMessageSeconds),
            Text($"{totals.InFlight}"),
            Warn(totals.Dropped > 0, Text($"{totals.Dropped}")));
        return table;
    }

    private static Rows Minutes(LiveRun live) => new(
    [
        new Markup($"\n[grey]{MinuteRows.Header}[/]"),
        .. live.Minutes.TakeLast(MinutesShown).Select(static minute => new Markup(Warn(minute.SuccessRatePercent < 50, MinuteRows.Row(minute)))),
    ]);

    private static string Warn(bool isBad, string text) => isBad ? $"[red]{text}[/]" : text;

    private static string Rate(double value) => Text($"{value:0.0}");

    private static string Clock(double seconds) => Text($"{(int)seconds / 60:00}:{(int)seconds % 60:00}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
