using System.Text;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.Tests.EventBridge.Patterns;

internal static class PatternSteps
{
    public static bool Matches(string pattern, string @event) =>
        CompiledPattern.Compile(PatternParser.Parse(pattern)).Matches(Encoding.UTF8.GetBytes(@event));

    public static string Refusal(string pattern) => Should.Throw<InvalidPatternException>(() => PatternParser.Parse(pattern)).Message;
}
