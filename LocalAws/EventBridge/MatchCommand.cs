using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.EventBridge;

/// <summary>
/// <c>LocalAws match</c>: reads cases, a JSON object a line with <c>name</c>, <c>event</c> and <c>pattern</c> (the latter
/// two JSON texts), and writes the result of each: <c>match</c>, <c>no-match</c> or <c>error</c> with its reason.
/// </summary>
internal static class MatchCommand
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Name = "match";

    /// <summary>Exit code 0, or 2 if a line is no case.</summary>
    public static async Task<int> RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken = default)
    {
        for (var number = 1; await input.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (ReadCase(line) is not { } match)
            {
                await Console.Error.WriteLineAsync($"Line {number}: expected a JSON object with the strings name, event and pattern.");
                return 2;
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(Run(match), EventBridgeJson.Default.MatchResult));
        }

        return 0;
    }

    private static MatchCase? ReadCase(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EventBridgeJson.Default.MatchCase) is { Event: not null, Pattern: not null } match ? match : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MatchResult Run(MatchCase match)
    {
        try
        {
            var pattern = CompiledPattern.Compile(PatternParser.Parse(match.Pattern!));
            return new MatchResult(match.Name, pattern.Matches(Encoding.UTF8.GetBytes(match.Event!)) ? "match" : "no-match", null);
        }
        catch (InvalidPatternException refused)
        {
            return new MatchResult(match.Name, "error", refused.Message);
        }
        catch (Exception refused) when (refused is InvalidEventException or JsonException)
        {
            return new MatchResult(match.Name, "error", InvalidEventException.Text);
        }
    }
}

/// <summary>A line of input.</summary>
internal sealed record MatchCase(string? Name, string? Event, string? Pattern);

/// <summary>A line of output.</summary>
internal sealed record MatchResult(string? Name, string Result, string? Reason);
