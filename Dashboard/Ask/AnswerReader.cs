using System.Collections;
using System.Data;
using System.Globalization;
using System.Numerics;
using DuckDB.NET.Native;

namespace Dashboard.Ask;

/// <summary>Reads an answer off the database, up to a number of rows.</summary>
internal static class AnswerReader
{
    /// <summary>More of a text is of no use in a table.</summary>
    private const int LongestText = 4_000;

    /// <summary>The columns, the rows, and whether there are more.</summary>
    public static (IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<object?[]> Rows, bool IsCut) Read(IDataReader reader, int maximumRows)
    {
        AnswerColumn[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => new AnswerColumn(reader.GetName(i), KindOf(reader.GetFieldType(i))))];
        List<object?[]> rows = [];
        while (reader.Read())
        {
            if (rows.Count == maximumRows)
            {
                return (columns, rows, true);
            }

            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Convert(reader.GetValue(i), columns[i].Kind);
            }

            rows.Add(row);
        }

        return (columns, rows, false);
    }

    private static ColumnKind KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) ? ColumnKind.Time
            : type == typeof(BigInteger) || (type.IsPrimitive && type != typeof(bool) && type != typeof(char)) || type == typeof(decimal) ? ColumnKind.Number
            : ColumnKind.Text;
    }

    private static object Convert(object value, ColumnKind kind) => (kind, value) switch
    {
        (ColumnKind.Number, BigInteger big) => (double)big,
        (ColumnKind.Number, _) => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        (ColumnKind.Time, DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        (ColumnKind.Time, DateTimeOffset time) => time.UtcDateTime,
        (ColumnKind.Time, DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        (ColumnKind.Time, DuckDBDateOnly day) => ((DateOnly)day).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        _ => Short(Text(value)),
    };

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        string text => text,
        bool truth => truth ? "true" : "false",
        IDictionary pairs => $"{{{string.Join(", ", pairs.Keys.Cast<object>().Select(key => $"{Text(key)}: {Text(pairs[key])}"))}}}",
        Stream bytes => $"{bytes.Length} bytes",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
