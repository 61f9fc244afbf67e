using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scenarios.Scripts;

/// <summary>
/// A place in a script, and what may be asked of it. Whoever asks for what is not there gets null, and the problem is
/// noted with its line.
/// </summary>
internal sealed class ScriptNode(string file, YamlNode node, string path, List<ScriptProblem> problems)
{
    public YamlNode Yaml => node;

    public void Refuse(string message) => Refuse(node.Start, path, message);

    /// <summary>The mapping's entries; a key that is not <paramref name="allowed"/> is refused where it stands.</summary>
    public Dictionary<string, ScriptNode>? Mapping(params string[] allowed)
    {
        if (node is not YamlMappingNode mapping)
        {
            Refuse($"must be a mapping with {string.Join(", ", allowed)}.");
            return null;
        }

        Dictionary<string, ScriptNode> entries = [];
        foreach (var (keyNode, value) in mapping)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (allowed.Contains(key, StringComparer.Ordinal))
            {
                entries.Add(key, Below(Join(key), value));
            }
            else
            {
                Refuse(keyNode.Start, Join(key), ArtilleryKeys.Refuse(key, allowed));
            }
        }

        return entries;
    }

    /// <summary>The mapping's entries, whatever their keys.</summary>
    public IEnumerable<(string Key, ScriptNode Value)> Entries(string whatFor)
    {
        if (node is not YamlMappingNode mapping)
        {
            Refuse($"must be a mapping of {whatFor}.");
            yield break;
        }

        foreach (var (keyNode, value) in mapping)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            yield return (key, Below(Join(key), value));
        }
    }

    /// <summary>The list's entries; an empty list is refused.</summary>
    public IReadOnlyList<ScriptNode> List(string whatFor)
    {
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
        {
            return [.. list.Select((child, index) => Below($"{path}[{index}]", child))];
        }

        Refuse($"must be a list of {whatFor}.");
        return [];
    }

    /// <summary>A text that is not empty and that needs no filling in.</summary>
    public string? Text()
    {
        if (node is not YamlScalarNode { Value: { Length: > 0 } text })
        {
            Refuse("must be a text.");
            return null;
        }

        if (text.Contains("{{", StringComparison.Ordinal))
        {
            Refuse($"\"{text}\": template expressions are Artillery's, but not honoured here.");
            return null;
        }

        return text;
    }

    public double? Number(double minimum, double maximum, bool whole = false)
    {
        if (node is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum && (!whole || double.IsInteger(number)))
        {
            return number;
        }

        var kind = whole ? "a whole number" : "a number";
        Refuse(string.Create(CultureInfo.InvariantCulture, $"{Shown}must be {kind} from {minimum} to {maximum}."));
        return null;
    }

    /// <summary>A length of time, s.</summary>
    public double? Seconds(bool wholeSeconds)
    {
        if (node is YamlScalarNode { Value: { } text } && Durations.ReadSeconds(text, wholeSeconds) is { } seconds)
        {
            return seconds;
        }

        Refuse($"{Shown}must be {Durations.Allowed}.");
        return null;
    }

    private string Shown => node is YamlScalarNode { Value: { } text } ? $"\"{text}\": " : "";

    private ScriptNode Below(string childPath, YamlNode child) => new(file, child, childPath, problems);

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Refuse(Mark mark, string key, string message) => problems.Add(new ScriptProblem(file, mark.Line, key, message));
}
