using Microsoft.Extensions.Options;
using Scenarios.Expectations;

namespace AppHost.Experiments;

/// <summary>What an experiment is to do.</summary>
internal sealed record ExperimentPlan
{
    /// <summary>More arms than this are a mistake: each takes minutes.</summary>
    private const int MaximumArms = 24;

    /// <summary>The scenario that every arm plays.</summary>
    public required string Scenario { get; init; }

    /// <summary>The arms, in the order in which they run.</summary>
    public required IReadOnlyList<Arm> Arms { get; init; }

    /// <summary>Arguments that every arm gets.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What must come of it.</summary>
    public required IReadOnlyList<Expectation> Expectations { get; init; }

    /// <summary>The folder for the reports, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The command line of an arm, but for where it writes its report.</summary>
    public IEnumerable<string> ArgumentsOf(Arm arm) =>
    [
        .. Arguments,
        "--exit=true",
        $"--scenario={Scenario}",
        $"--flow-control={(arm.FlowControl ? "true" : "false")}",
        .. arm.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
    ];

    /// <summary>Every combination of flow control and the varied settings.</summary>
    /// <exception cref="OptionsValidationException">Something is not understood, or there are too many combinations.</exception>
    public static IReadOnlyList<Arm> Combine(string flowControl, IEnumerable<string> varied)
    {
        IEnumerable<Arm> arms = [.. flowControl.Split(',', StringSplitOptions.TrimEntries).Select(value => new Arm(ReadSwitch(value), []))];
        foreach (var text in varied)
        {
            var (key, values) = ReadVaried(text);
            arms = [.. arms.SelectMany(arm => values.Select(value => new Arm(arm.FlowControl, [.. arm.Settings, new(key, value)])))];
        }

        Arm[] all = [.. arms.DistinctBy(arm => arm.Name)];
        return all.Length <= MaximumArms
            ? all
            : throw Refuse($"--vary: {all.Length} arms; must be {MaximumArms} or fewer, since each plays the whole scenario.");
    }

    /// <summary>The folder, absolute.</summary>
    /// <exception cref="OptionsValidationException">It is no folder's name.</exception>
    public static string ReadFolder(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal)
            ? throw Refuse($"--out \"{text}\": must be the name of a folder.")
            : Path.GetFullPath(text);

    /// <summary>A refusal of an argument.</summary>
    public static OptionsValidationException Refuse(string problem) => new("Experiment", typeof(ExperimentPlan), [problem]);

    private static bool ReadSwitch(string value) => value switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        _ => throw Refuse($"--flow-control \"{value}\": must be off, on or both, separated by a comma."),
    };

    private static (string Key, string[] Values) ReadVaried(string text) => text.Split('=', 2) switch
    {
        [{ Length: > 0 } key, { Length: > 0 } values] when key.Contains(':', StringComparison.Ordinal) =>
            (key, values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        _ => throw Refuse($"--vary \"{text}\": must be KEY=VALUE,VALUE…, such as EventSource:MaximumConcurrency=10,20."),
    };
}
