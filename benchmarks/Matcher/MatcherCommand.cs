using System.CommandLine;
using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Patterns;

namespace Benchmarks.Matcher;

/// <summary><c>matcher</c>: how many events a CPU-second the automaton of EventBridge's rules matches.</summary>
internal static class MatcherCommand
{
    public static Command Create()
    {
        var rules = new Option<FileInfo>("--rules") { Description = "The rules, a JSON object a line: {\"name\", \"pattern\"}", Required = true };
        var events = new Option<FileInfo>("--events") { Description = "The events, a JSON object a line", Required = true };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the names of the rules that each event matches, a JSON array a line" };
        var repetitions = new Option<int>("--repetitions") { Description = "How often to measure", DefaultValueFactory = static _ => 5 };
        var command = new Command("matcher", "Matches events against rules: EventBridge's patterns as one automaton, one thread, JSON text in, rules out.")
        {
            rules, events, output, repetitions,
        };
        command.SetAction(result => Run(
            result.GetRequiredValue(rules), result.GetRequiredValue(events), result.GetValue(output), Math.Max(1, result.GetValue(repetitions))));
        return command;
    }

    private static int Run(FileInfo rules, FileInfo events, FileInfo? output, int repetitions)
    {
        try
        {
            var (names, patterns) = ReadRules(rules);
            byte[][] lines = [.. File.ReadLines(events.FullName).Where(static line => !string.IsNullOrWhiteSpace(line)).Select(Encoding.UTF8.GetBytes)];
            if (lines.Length == 0)
            {
                throw new InvalidDataException($"{events.Name} has no events.");
            }

            var build = BuildMeasurement.Of(patterns);
            if (output is not null)
            {
                File.WriteAllLines(output.FullName, lines.Select(line => Names(build.Automaton.Match(line), names)));
            }

            MatcherReport.Write(Console.Out, build, MatchMeasurement.Of(build.Automaton, lines, repetitions));
            return 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException or InvalidPatternException or InvalidEventException)
        {
            Console.Error.WriteLine(refused.Message);
            return 2;
        }
    }

    private static (string[] Names, string[] Patterns) ReadRules(FileInfo file)
    {
        List<string> names = [];
        List<string> patterns = [];
        foreach (var line in File.ReadLines(file.FullName).Where(static line => !string.IsNullOrWhiteSpace(line)))
        {
            using var rule = JsonDocument.Parse(line);
            if (rule.RootElement.ValueKind != JsonValueKind.Object
                || !rule.RootElement.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
                || !rule.RootElement.TryGetProperty("pattern", out var pattern))
            {
                throw new InvalidDataException($"{file.Name}, line {names.Count + 1}: expected an object with a name and a pattern.");
            }

            names.Add(name.GetString()!);
            patterns.Add(pattern.GetRawText());
        }

        return ([.. names], [.. patterns]);
    }

    private static string Names(int[] rules, string[] names) => $"[{string.Join(',', rules.Select(rule => JsonSerializer.Serialize(names[rule])))}]";
}
