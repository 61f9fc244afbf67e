using System.CommandLine;
using System.Globalization;
using LoadGenerator.Runs;
using Microsoft.Extensions.Options;
using Scenarios;
using Scenarios.Scripts;
using ServiceDefaults.Hosting;

namespace LoadGenerator.Cli;

/// <summary>The command line: plays one scenario and ends.</summary>
internal static class LoadCommand
{
    /// <summary>Exit code of a run that was cut short, or of which nothing was accepted.</summary>
    public const int FailedExitCode = 1;

    /// <summary>On Ctrl+C: time for what is under way. The run ends by itself within it, unless it is played slowly.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    /// <summary>The options of the command, its own and those of every command.</summary>
    private static readonly string[] Options = ["target", "speed", "report", "help", "version"];

    private const double MinimumSpeed = 0.1;
    private const double MaximumSpeed = 100;

    /// <summary>
    /// Whether these arguments are a command. The service takes no arguments but settings, <c>--Key=value</c> or <c>--Key value</c>;
    /// a key that is an option here, or nearly one, is meant for the command.
    /// </summary>
    public static bool IsMeant(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            if (NameOf(args[index]) is not { } name || Suggestion.Nearest(name, Options) is not null)
            {
                return true;
            }

            if (!args[index].Contains('=', StringComparison.Ordinal) && (++index == args.Count || NameOf(args[index]) is not null))
            {
                // Neither has a value.
                return true;
            }
        }

        return false;
    }

    /// <summary>Parses, plays and reports.</summary>
    /// <returns>The exit code: 0, 1 for <see cref="FailedExitCode"/>, 2 when the arguments are refused.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var scenario = new Argument<string>("scenario")
        {
            Description = $"What to play: {string.Join(", ", ScenarioFiles.Names)}, or the path of an Artillery script (.yml).",
        };
        var target = new Option<string?>("--target")
        {
            Description = "Where the requests go instead of the script's config.target.",
            HelpName = "URL",
        };
        var speed = new Option<string>("--speed")
        {
            Description = "Simulated seconds a real second, 0.1 to 100.",
            HelpName = "N",
            DefaultValueFactory = _ => "1",
        };
        var report = new Option<string?>("--report")
        {
            Description = "Writes what the run came to into this file, as JSON.",
            HelpName = "FILE",
        };
        var command = new RootCommand(
            "Plays the load of a scenario: an open loop, as Artillery does. Without arguments it is a service that plays one when told to; "
            + "the service's settings are written --Key=value or --Key value.")
        {
            scenario, target, speed, report,
        };
        command.SetAction((parsed, stop) => PlayAsync(
            parsed.GetValue(scenario)!, parsed.GetValue(target), parsed.GetValue(speed)!, parsed.GetValue(report), output, error, stop));

        var parsed = command.Parse(args);
        if (parsed.Errors is [var first, ..])
        {
            var unknown = args.Select(NameOf).FirstOrDefault(static name => name is not null && !Options.Contains(name, StringComparer.Ordinal));
            await error.WriteLineAsync(unknown is null ? first.Message : $"--{unknown}: no such option; {Suggestion.For(unknown, Options)}");
            return ServiceProgram.ConfigurationErrorExitCode;
        }

        var invocation = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = StopPatience };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static async Task<int> PlayAsync(
        string scenario, string? target, string speed, string? report, TextWriter output, TextWriter error, CancellationToken stop)
    {
        try
        {
            var script = ScenarioFiles.Open(scenario);
            var to = target is null ? script.Target : ReadTarget(target);
            using var session = new LoadSession(script, to, ReadSpeed(speed));
            await using var file = report is null ? null : OpenReport(report);
            var view = await session.PlayAsync(output, stop);
            if (file is not null)
            {
                await LoadReport.WriteAsync(file, view);
            }

            if (view.State == RunState.Unreachable)
            {
                await error.WriteLineAsync(
                    $"{view.Scenario}: the first {LoadRun.TriesToConnect} requests all failed to connect, so the run was ended: {view.Failure}");
            }

            return view.State == RunState.Completed && (view.Accepted > 0 || view.Started == 0) ? 0 : FailedExitCode;
        }
        catch (OptionsValidationException refused)
        {
            foreach (var failure in refused.Failures)
            {
                await error.WriteLineAsync(failure);
            }

            return ServiceProgram.ConfigurationErrorExitCode;
        }
    }

    /// <summary>What an option or a setting is called; null if the argument is neither.</summary>
    private static string? NameOf(string argument) =>
        argument.Length > 2 && argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..].Split('=')[0] : null;

    private static Uri ReadTarget(string text) =>
        TargetAddress.TryRead(text, out var address) ? address : throw Refused("--target", text, TargetAddress.Allowed);

    private static double ReadSpeed(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= MinimumSpeed and <= MaximumSpeed
            ? speed
            : throw Refused("--speed", text, string.Create(CultureInfo.InvariantCulture, $"a number from {MinimumSpeed} to {MaximumSpeed}"));

    /// <summary>Opened before the run: a report that cannot be written is known at once.</summary>
    private static FileStream OpenReport(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refused("--report", path, "a file that can be written");
        }
    }

    private static OptionsValidationException Refused(string option, string value, string allowed) =>
        new(option, typeof(string), [$"{option} \"{value}\": must be {allowed}."]);
}
