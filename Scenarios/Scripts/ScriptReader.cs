using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scenarios.Scripts;

/// <summary>
/// Reads an Artillery script, strictly: whatever it says that cannot be honoured is refused with its line and its key,
/// all of it at once.
/// </summary>
public static class ScriptReader
{
    private const long MaximumFileBytes = 1024 * 1024;

    /// <summary>Reads a script from a file.</summary>
    /// <exception cref="ScriptRefusedException">The file cannot be read, or says something that cannot be honoured.</exception>
    public static Script Read(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            return new FileInfo(path).Length <= MaximumFileBytes
                ? Parse(File.ReadAllText(path), file)
                : throw Refused(file, $"must be at most {MaximumFileBytes} bytes long.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused(file, unreadable is FileNotFoundException ? "there is no such file." : "cannot be read.");
        }
    }

    /// <summary>Reads a script's text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The file's name, for messages; without its extension it is the scenario's name.</param>
    /// <exception cref="ScriptRefusedException">The text says something that cannot be honoured.</exception>
    public static Script Parse(string text, string file)
    {
        List<ScriptProblem> problems = [];
        Script? script = null;
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [var document])
            {
                script = ReadScript(new ScriptNode(file, document.RootNode, "", problems), Path.GetFileNameWithoutExtension(file));
            }
            else
            {
                problems.Add(new ScriptProblem(file, 1, "", "must be one YAML document with config and scenarios."));
            }
        }
        catch (YamlException invalid)
        {
            problems.Add(new ScriptProblem(file, invalid.Start.Line, "", $"not YAML: {invalid.Message}"));
        }

        return problems.Count == 0 && script is not null
            ? script
            : throw new ScriptRefusedException(file, [.. problems.OrderBy(problem => problem.Line)]);
    }

    private static Script? ReadScript(ScriptNode root, string name)
    {
        if (root.Mapping("config", "scenarios") is not { } keys)
        {
            return null;
        }

        var config = Require(root, keys, "config")?.Mapping("target", "phases", "http");
        var target = config is null ? null : ReadTarget(Require(keys["config"], config, "target"));
        Phase?[] phases = config is null || Require(keys["config"], config, "phases") is not { } listed
            ? []
            : [.. listed.List("phases").Select(PhaseReader.Read)];
        var timeout = config is not null && config.TryGetValue("http", out var http) ? ReadTimeout(http) : Script.DefaultTimeoutSeconds;
        var flow = Require(root, keys, "scenarios") is { } scenarios ? ReadFlow(scenarios) : [];
        return target is null || timeout is not { } seconds
            ? null
            : new Script
            {
                Name = name,
                Target = target,
                Timeout = TimeSpan.FromSeconds(seconds),
                Phases = [.. phases.OfType<Phase>()],
                Flow = [.. flow.OfType<FlowStep>()],
            };
    }

    private static Uri? ReadTarget(ScriptNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        if (TargetAddress.TryRead(text, out var address))
        {
            return address;
        }

        node.Refuse($"\"{text}\": must be {TargetAddress.Allowed}.");
        return null;
    }

    private static double? ReadTimeout(ScriptNode http) =>
        http.Mapping("timeout") is not { } keys ? null
        : keys.TryGetValue("timeout", out var timeout) ? timeout.Number(0.001, 86_400)
        : Script.DefaultTimeoutSeconds;

    /// <summary>Artillery picks one of several scenarios by chance; a plan that can be repeated has one.</summary>
    private static FlowStep?[] ReadFlow(ScriptNode scenarios)
    {
        var listed = scenarios.List("one scenario");
        foreach (var another in listed.Skip(1))
        {
            another.Refuse("a second scenario is Artillery's, but not honoured here: a script has one.");
        }

        if (listed is not [var scenario, ..] || scenario.Mapping("name", "engine", "weight", "flow") is not { } keys)
        {
            return [];
        }

        _ = keys.TryGetValue("name", out var name) ? name.Text() : null;
        _ = keys.TryGetValue("weight", out var weight) ? weight.Number(1, int.MaxValue, whole: true) : null;
        if (keys.TryGetValue("engine", out var engine) && engine.Text() is { } named && named != "http")
        {
            engine.Refuse($"\"{named}\": must be http.");
        }

        return Require(scenario, keys, "flow") is { } flow ? [.. flow.List("steps").Select(FlowReader.Read)] : [];
    }

    private static ScriptNode? Require(ScriptNode parent, Dictionary<string, ScriptNode> keys, string key)
    {
        if (keys.TryGetValue(key, out var node))
        {
            return node;
        }

        parent.Refuse($"needs {key}.");
        return null;
    }

    private static ScriptRefusedException Refused(string file, string message) =>
        new(file, [new ScriptProblem(file, 0, "", message)]);
}
