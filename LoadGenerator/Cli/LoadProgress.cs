using LoadGenerator.Runs;
using Spectre.Console;

namespace LoadGenerator.Cli;

/// <summary>Shows a run as it goes and what it came to.</summary>
internal abstract class LoadProgress
{
    /// <summary>A live view for a terminal, plain lines for anything else.</summary>
    public static LoadProgress For(TextWriter output, double speed)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        return console.Profile is { Out.IsTerminal: true, Capabilities.Ansi: true }
            ? new TerminalProgress(console, speed)
            : new PlainProgress(output, speed);
    }

    /// <summary>Follows the run until it has ended.</summary>
    public abstract Task FollowAsync(LoadRun run);

    /// <summary>Says what it came to.</summary>
    public abstract void Summarize(RunView view);

    /// <summary>Waits for the run's end, at most for <paramref name="interval"/> of real time; whether it has ended.</summary>
    protected static async Task<bool> EndsWithinAsync(LoadRun run, TimeSpan interval)
    {
        try
        {
            await run.Ended.WaitAsync(interval, TimeProvider.System);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
