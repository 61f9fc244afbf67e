using System.CommandLine;
using AppHost.Experiments.Output;
using AppHost.Lab;
using Microsoft.Extensions.Options;
using Scenarios;
using Scenarios.Expectations;
using Scenarios.Reports;
using ServiceDefaults.Hosting;

namespace AppHost.Experiments;

/// <summary><c>dotnet run --project AppHost -- experiment …</c>: plays every arm, writes the reports, and judges.</summary>
internal static class ExperimentCommand
{
    /// <summary>The first argument.</summary>
    public const string Name = "experiment";

    private const int Refused = 2;
    private const int Cancelled = 130;

    /// <summary>On Ctrl+C: time for the arm that is on to stop its processes.</summary>
    private static readonly TimeSpan TerminationPatience = TimeSpan.FromSeconds(20);

    /// <summary>Parses and runs.</summary>
    /// <returns>The exit code: 0, 1 if an arm or an expectation failed, 2 if the arguments are refused, 130 if interrupted.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var scenario = new Option<string>("--scenario")
        {
            Description = $"What every arm plays: {string.Join(", ", ScenarioFiles.Names)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "readme",
        };
        var flowControl = new Option<string>("--flow-control")
        {
            Description = "The arms.",
            HelpName = "off,on",
            DefaultValueFactory = _ => "off,on",
        };
        var vary = new Option<string[]>("--vary")
        {
            Description = "More arms, one a value; may be given again: EventSource:MaximumConcurrency=10,20.",
            HelpName = "KEY=VALUE,…",
            DefaultValueFactory = _ => [],
        };
        var speed = new Option<string?>("--speed")
        {
            Description = "Simulated seconds a real second, 0.1 to 100. [default: 10]",
            HelpName = "N",
        };
        var seed = new Option<string?>("--seed")
        {
            Description = "Seed of every random number. [default: 1]",
            HelpName = "N",
        };
        var ensure = new Option<string[]>("--ensure")
        {
            Description = "What must be so in every arm, or after on: or off: in some; may be given again: 'on: dropped == 0'.",
            HelpName = "CONDITION",
            DefaultValueFactory = _ => [],
        };
        var folder = new Option<string>("--out")
        {
            Description = "The folder for report.html, report.json, report.csv and summary.md; made if it is not there.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "report",
        };
        var command = new RootCommand(
            "Plays a scenario in several arms, one after the other, compares them, and writes the reports. Every setting of the app host may "
            + "follow, such as --SlowApi:RateLimit 20.")
        {
            scenario, flowControl, vary, speed, seed, ensure, folder,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, stop) => RunAsync(
            new ExperimentPlan
            {
                Scenario = parsed.GetValue(scenario)!,
                Arms = ExperimentPlan.Combine(parsed.GetValue(flowControl)!, parsed.GetValue(vary)!),
                Arguments = CommandLine.Normalize([.. Given("--speed", parsed.GetValue(speed)), .. Given("--seed", parsed.GetValue(seed)), .. parsed.UnmatchedTokens]),
                Expectations = [.. parsed.GetValue(ensure)!.Select(Expectation.Parse)],
                Folder = ExperimentPlan.ReadFolder(parsed.GetValue(folder)!),
            },
            output,
            error,
            stop));

        var parsed = command.Parse(args);
        if (parsed.Errors is [var first, ..])
        {
            await error.WriteLineAsync(first.Message);
            return Refused;
        }

        try
        {
            return await parsed.InvokeAsync(new()
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationPatience,
            });
        }
        catch (OptionsValidationException refused)
        {
            return Refusal.Tell(refused);
        }
        catch (ExpectationException refused)
        {
            await error.WriteLineAsync($"--ensure {refused.Message}{Meant(refused.UnknownFigure)}");
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Interrupted; no report was written.");
            return Cancelled;
        }
    }

    private static string Meant(string? unknownFigure) =>
        unknownFigure is not null && Suggestion.Nearest(unknownFigure, ReportFigures.ShortNames.Concat(ReportFigures.Names)) is { } figure
            ? $" Did you mean {figure}?"
            : "";

    private static IEnumerable<string> Given(string option, string? value) => value is null ? [] : [$"{option}={value}"];

    private static async Task<int> RunAsync(ExperimentPlan plan, TextWriter output, TextWriter error, CancellationToken stop)
    {
        _ = ScenarioFiles.Open(plan.Scenario);
        if (plan.Arguments.Any(argument => argument.StartsWith("--Report=", StringComparison.OrdinalIgnoreCase)))
        {
            throw ExperimentPlan.Refuse("--report: an experiment writes its reports into the folder of --out.");
        }

        if (ExperimentResult.FindIdle(plan.Expectations, plan.Arms) is { } idle)
        {
            throw ExperimentPlan.Refuse($"--ensure \"{idle.Text}\": speaks of no arm of this experiment.");
        }

        foreach (var arm in plan.Arms)
        {
            // As the arm itself will read them, but before another one has played for minutes.
            DistributedApplication.CreateBuilder(CommandLine.Normalize([.. plan.ArgumentsOf(arm)])).AddLab();
        }

        var files = new ReportFolder(plan.Folder);
        var runner = new ArmRunner(plan, output, error);
        List<ArmResult> results = [];
        foreach (var arm in plan.Arms)
        {
            await output.WriteLineAsync($"\nArm {results.Count + 1} of {plan.Arms.Count}: {plan.Scenario}, {arm.Name}");
            var result = await runner.RunAsync(arm, stop);
            if (result.ExitCode == Refused)
            {
                return Refused;
            }

            results.Add(result);
        }

        var experiment = ExperimentResult.Judge(plan, results, TimeProvider.System.GetUtcNow());
        await files.WriteAsync(experiment);
        foreach (var line in ExperimentText.Lines(experiment, files.Path))
        {
            await output.WriteLineAsync(line);
        }

        return experiment.Succeeded ? 0 : 1;
    }
}
