using LoadGenerator.Cli;
using LoadGenerator.Runs;
using Scenarios.Scripts;
using Spectre.Console;

namespace LoadGenerator.Tests.Cli;

public sealed class TerminalProgressTests : IDisposable
{
    private readonly StringWriter _screen = new();

    [Theory]
    [InlineData("warm [up]")]
    [InlineData("")]
    public async Task Follow_UntilTheEnd_ShowsTheScenarioAndTheCounts(string phaseName)
    {
        var progress = Progress(ColorSystemSupport.Standard);
        using var run = Run(phaseName);
        var following = progress.FollowAsync(run);

        run.UserStarted();
        run.End(RunState.Completed);
        await following.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        progress.Summarize(run.View());

        var screen = _screen.ToString();
        screen.ShouldContain("20 arrivals in 10 s, speed 5");
        screen.ShouldContain("1 of 20 sent");
        screen.ShouldContain("Completed");
        screen.ShouldContain("\u001b[1m");
    }

    [Fact]
    public void Summarize_Failure_IsShownAsItIs()
    {
        using var run = Run("a");
        run.FirstFailure("[refused]");

        Progress(ColorSystemSupport.NoColors).Summarize(run.View());

        _screen.ToString().ShouldContain("[refused]");
    }

    [Fact]
    public void For_NotATerminal_IsPlain() => LoadProgress.For(_screen, 1).ShouldBeOfType<PlainProgress>();

    public void Dispose() => _screen.Dispose();

    private static LoadRun Run(string phaseName) => new(
        Scripted.Orders(new Phase { Name = phaseName, DurationSeconds = 10, StartRate = 2, EndRate = 2 }),
        new Uri("http://a.test"),
        TimeProvider.System);

    private TerminalProgress Progress(ColorSystemSupport colors)
    {
        var output = new AnsiConsoleOutput(_screen);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = colors, Out = output });
        console.Profile.Width = 140;
        return new TerminalProgress(console, 5);
    }
}
