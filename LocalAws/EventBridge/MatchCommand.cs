using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.EventBridge;

/// <summary>
/// <c>LocalAws match</c>: reads cases, a JSON object a line with <c>name</c>, <c>event</c> and <c>pattern</c> (the latter
/// two JSON texts), and writes the result of each at once: <c>match</c>, <c>no-match</c> or <c>error</c> with its reason.
/// </summary>
internal static class MatchCommand
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Name = "match";

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Exit code 0, or 2 if a line was no case; its result is an error that says so, and the lines after it are read.</summary>
    public static async Task<int> RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken = default)
    {
        var exitCode = 0;
        for (var number = 1; await input.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            var text = number == 1 ? line.TrimStart(ByteOrderMark) : line;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var match = MatchCase.Read(text);
            MatchResult result;
            if (match is { Name: not null, Event: not null, Pattern: not null })
            {
                result = Run(match.Name, match.Event, match.Pattern);
            }
            else
            {
                result = new MatchResult(match?.Name, "error", $"Line {number}: expected a JSON object with the strings name, event and pattern.");
                exitCode = 2;
            }

            await output.WriteLineAsync(JsonSerializer.Serialize(result, EventBridgeJson.Default.MatchResult));
        }

        return exitCode;
    }

    private static MatchResult Run(string name, string @event, string pattern)
    {
        try
        {
            var matches = CompiledPattern.Compile(PatternParser.Parse(pattern)).Matches(Encoding.UTF8.GetBytes(@event));
            return new MatchResult(name, matches ? "match" : "no-match", null);
        }
        catch (InvalidPatternException refused)
        {
            return new MatchResult(name, "error", refused.Message);
        }
        catch (Exception refused) when (refused is InvalidEventException or JsonException)
        {
            return new MatchResult(name, "error", InvalidEventException.Text);
        }
    }
}
