using System.Globalization;
using System.Text;
using Scenarios.Reports;

namespace Dashboard.Ask;

/// <summary>An answer's values as text.</summary>
internal static class AnswerText
{
    /// <summary>A value for a file: invariant, times in ISO 8601.</summary>
    public static string Plain(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A number for people: whole ones in groups of thousands, others with up to four digits that count.</summary>
    public static string Number(double number) => Math.Abs(number) switch
    {
        < 1e15 when number == Math.Round(number) => number.ToString("#,0", CultureInfo.InvariantCulture),
        >= 1_000 and < 1e15 => number.ToString("#,0.0", CultureInfo.InvariantCulture),
        _ => number.ToString("G5", CultureInfo.InvariantCulture),
    };

    /// <summary>The answer as CSV.</summary>
    public static string Csv(Answer answer)
    {
        var text = new StringBuilder();
        Append(text, answer.Columns.Select(column => CsvCell.Text(column.Name)));
        foreach (var row in answer.Rows)
        {
            Append(text, row.Select(value => value is string words ? CsvCell.Text(words) : CsvCell.Quote(Plain(value))));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append("\r\n");
}
