using Microsoft.Extensions.Options;
using Scenarios.Scripts;

namespace Scenarios;

/// <summary>Where the scenarios are: <c>Scenarios/&lt;name&gt;.yml</c> (the load) and <c>&lt;name&gt;.json</c> (the settings).</summary>
public static class ScenarioFiles
{
    /// <summary>The folder beside the running program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    /// <summary>The names that can be played, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        Directory.Exists(Folder)
            ? [.. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The Artillery script of a scenario.</summary>
    /// <exception cref="OptionsValidationException">There is no such scenario.</exception>
    public static string Script(string scenario) => Path.Combine(Folder, Require(scenario) + ".yml");

    /// <summary>Reads the script of a scenario that is known by name, or in the file that <paramref name="nameOrPath"/> is.</summary>
    /// <exception cref="OptionsValidationException">There is no such scenario, or its script cannot be honoured.</exception>
    public static Script Open(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return ScriptReader.Read(IsPath(nameOrPath) ? nameOrPath : Script(nameOrPath));
    }

    /// <summary>The settings of a scenario; the file need not exist.</summary>
    /// <exception cref="OptionsValidationException">There is no such scenario.</exception>
    public static string Overlay(string scenario) => Path.Combine(Folder, Require(scenario) + ".json");

    private static bool IsPath(string nameOrPath) =>
        Path.GetFileName(nameOrPath) != nameOrPath || Path.GetExtension(nameOrPath) is ".yml" or ".yaml";

    private static string Require(string scenario) =>
        Names.Contains(scenario, StringComparer.Ordinal)
            ? scenario
            : throw new OptionsValidationException(
                "Scenario", typeof(string), [$"Scenario = \"{scenario}\": must be one of {string.Join(", ", Names)}."]);
}
