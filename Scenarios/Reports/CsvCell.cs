using System.Globalization;

namespace Scenarios.Reports;

/// <summary>A cell of a CSV file (RFC 4180).</summary>
public static class CsvCell
{
    /// <summary>
    /// Text that comes from telemetry, which anyone may have sent. What a spreadsheet would take for a formula gets an apostrophe before it
    /// (OWASP, "CSV Injection"); a number stays one.
    /// </summary>
    public static string Text(string text) => Quote(Harmless(text));

    /// <summary>The same, not in quotes.</summary>
    public static string Harmless(string text) => IsFormula(text) ? $"'{text}" : text;

    /// <summary>Quoted where it must be.</summary>
    public static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static bool IsFormula(string text) =>
        text is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'), ..]
        && !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
