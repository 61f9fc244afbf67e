using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Ask;

/// <summary>
/// DuckDB's messages, read: they end with an excerpt of the question's line, <c>LINE 2:   coutn(*)</c>, and a caret under the place.
/// </summary>
internal static partial class DatabaseProblem
{
    /// <summary>The message without its excerpt, and the place that the excerpt's caret points to.</summary>
    public static QuestionRefusedException Explain(string message, string sql)
    {
        var excerpt = Excerpt().Match(message);
        var text = (excerpt.Success ? message[..excerpt.Index] : message).Trim();
        if (text.Contains("file system operations are disabled", StringComparison.Ordinal))
        {
            text = $"{text}. A question can read what is stored, and no files.";
        }

        return new(text, excerpt.Success ? Locate(excerpt, sql) : text.EndsWith("at end of input", StringComparison.Ordinal) ? PlaceOf(sql, sql.TrimEnd().Length) : null);
    }

    /// <summary>The place of an index.</summary>
    public static Place PlaceOf(string sql, int index)
    {
        var before = sql.AsSpan(0, index);
        return new(before.Count('\n') + 1, index - (before.LastIndexOf('\n') + 1) + 1);
    }

    /// <summary>Of a long line the excerpt is a part, with dots for what is left out.</summary>
    private static Place Locate(Match excerpt, string sql)
    {
        const string Dots = "...";
        var line = int.Parse(excerpt.Groups["line"].ValueSpan, CultureInfo.InvariantCulture);
        var column = excerpt.Groups["caret"].Length - excerpt.Groups["head"].Length;
        var shown = excerpt.Groups["text"].Value;
        if (shown.StartsWith(Dots, StringComparison.Ordinal) && sql.Split('\n').ElementAtOrDefault(line - 1) is { } whole)
        {
            var part = shown.EndsWith(Dots, StringComparison.Ordinal) && shown.Length > 2 * Dots.Length ? shown[Dots.Length..^Dots.Length] : shown[Dots.Length..];
            column += Math.Max(0, whole.IndexOf(part, StringComparison.Ordinal)) - Dots.Length;
        }

        return new(line, Math.Max(0, column) + 1);
    }

    [GeneratedRegex(@"(?<head>LINE (?<line>\d{1,9}): )(?<text>[^\n]*)\n(?<caret> *)\^", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Excerpt();
}
