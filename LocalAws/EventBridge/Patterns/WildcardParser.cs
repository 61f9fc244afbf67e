using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Splits the text of a wildcard at its stars; <c>\*</c> and <c>\\</c> are the characters themselves.</summary>
internal static class WildcardParser
{
    /// <summary>
    /// EventBridge refuses many stars with repeating text after them, because its matcher would be in many places at
    /// once; it does not publish the limit, but six stars with a colon after each are beyond it.
    /// </summary>
    private const int MostStars = 5;

    public static ValueTest.Wildcard Parse(string text, in Utf8JsonReader reader, PatternSource source)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '*' when index + 1 < text.Length && text[index + 1] == '*':
                    throw source.Error($"Consecutive wildcard characters at pos {Position(text, index)}", reader);
                case '*':
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                case '\\' when index + 1 < text.Length && text[index + 1] is '*' or '\\':
                    part.Append(text[++index]);
                    break;
                case '\\':
                    throw source.Error($"Invalid escape character at pos {Position(text, index)}", reader);
                default:
                    part.Append(text[index]);
                    break;
            }
        }

        parts.Add(part.ToString());
        return parts.Count - 1 <= MostStars || !RepeatsAfterStars(parts)
            ? new ValueTest.Wildcard(parts)
            : throw source.Error(
                "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character", reader);
    }

    private static bool RepeatsAfterStars(List<string> parts) =>
        parts.Skip(1).Where(static part => part.Length > 0).CountBy(static part => part[0]).Any(static letter => letter.Value > 1);

    /// <summary>EventBridge counts bytes, the opening quote included.</summary>
    private static int Position(string text, int index) => Encoding.UTF8.GetByteCount(text.AsSpan(0, index)) + 1;
}
