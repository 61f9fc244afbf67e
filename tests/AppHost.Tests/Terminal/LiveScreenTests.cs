using AppHost.Lab;
using AppHost.Run;
using AppHost.Terminal;
using Microsoft.Extensions.Configuration;
using Scenarios.Reports;
using Spectre.Console;

namespace AppHost.Tests.Terminal;

public sealed class LiveScreenTests : IDisposable
{
    private const int Columns = 100;

    private static readonly LoadRun Load = new() { State = "running", PhaseName = "push", Planned = 260, Started = 130, ElapsedSeconds = 30, DurationSeconds = 50 };

    private readonly StringWriter _screen = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9_999, 99_999)]
    public void Draw_100Columns_CutsAndWrapsNoTitle(double rate, long figure)
    {
        var rates = new LiveRates { Accepted = rate, Delivered = rate, Throttled = rate, Faults = rate, Retries = rate };
        var live = Runs.Live(new() { InFlight = figure, Dropped = figure }) with
        {
            Rates = rates,
            ConcurrentExecutions = figure,
            QueueDepth = figure,
            AgeOfOldestMessageSeconds = figure,
        };

        var lines = Draw(RunPhase.Playing, Load, live);

        lines.ShouldAllBe(line => line.Length <= Columns);
        var titles = lines.Single(line => line.StartsWith("accepted/s", StringComparison.Ordinal));
        string.Join(' ', titles.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ShouldBe("accepted/s delivered/s 429/s 502/s retries/s concurrent queue oldest in flight orders dropped");
        var figures = lines[Array.IndexOf(lines, titles) + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        figures.Length.ShouldBe(10);
        figures[^1].ShouldBe($"{figure}");
    }

    [Theory]
    [InlineData(RunPhase.Playing, "running", 30, "00:30 of 00:50  push  130 of 260 sent")]
    [InlineData(RunPhase.Playing, "running", 61, "00:50 of 00:50, overtime 00:11  130 of 260 sent")]
    [InlineData(RunPhase.Draining, "completed", 61, "load 00:50 done, draining for 01:29  130 of 260 sent")]
    [InlineData(RunPhase.Draining, "cancelled", 20, "load ended at 00:20, draining for 02:10  130 of 260 sent")]
    internal void Draw_Progress_NeverRunsPastItsEnd(RunPhase phase, string state, double elapsed, string text)
    {
        var lines = Draw(phase, Load with { State = state, ElapsedSeconds = elapsed }, Runs.Live(new()));

        var line = lines.Single(line => line.StartsWith('━'));
        line.TrimStart('━').ShouldBe($" {text}");
        line.Length.ShouldBeLessThanOrEqualTo(Columns);
    }

    [Theory]
    [InlineData(RunPhase.Playing, "running", 500)]
    [InlineData(RunPhase.Playing, "running", 2_000)]
    [InlineData(RunPhase.Draining, "completed", 2_000)]
    [InlineData(RunPhase.Draining, "lost", 500)]
    internal void Draw_LongLoad_ProgressStaysOnALine(RunPhase phase, string state, double elapsed)
    {
        var load = Load with { State = state, PhaseName = "sustained", Planned = 11_850, Started = 11_850, ElapsedSeconds = elapsed, DurationSeconds = 1_080 };

        var lines = Draw(phase, load, Runs.Live(new()) with { SimulatedSeconds = 9_999 });

        var line = lines.Single(line => line.StartsWith('━'));
        line.ShouldEndWith("11850 of 11850 sent");
        line.Length.ShouldBeLessThanOrEqualTo(Columns);
    }

    [Theory]
    [InlineData("Healthy", "\u001b[32m")]
    [InlineData("Starting", "\u001b[90m")]
    [InlineData("Unhealthy", "\u001b[91m")]
    [InlineData("FailedToStart", "\u001b[91m")]
    public void Draw_Resource_IsRedOnlyWhenSomethingIsWrong(string state, string colour)
    {
        Draw(RunPhase.Starting, null, null, ColorSystemSupport.Standard, new ResourceLine("a", state, ""));

        _screen.ToString().ShouldContain($"{colour}{state}");
    }

    public void Dispose() => _screen.Dispose();

    private string[] Draw(
        RunPhase phase, LoadRun? load, LiveRun? live, ColorSystemSupport colours = ColorSystemSupport.NoColors, params ResourceLine[] resources)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colours,
            Out = new AnsiConsoleOutput(_screen),
        });
        console.Profile.Width = Columns;
        console.Write(LiveScreen.Draw(new LabOptions(), DashboardAccess.Create(new ConfigurationManager()), new LabStatus { Phase = phase, Load = load, Live = live }, resources, []));
        return [.. _screen.ToString().Split('\n').Select(static line => line.TrimEnd())];
    }
}
