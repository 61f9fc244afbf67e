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

    /// <summary>Whole numbers up to here are exact in a <see cref="double"/>, 2^53.</summary>
    private const long LargestExact = 1L << 53;

    /// <summary>The columns, the rows, and whether there are more.</summary>
    /// <exception cref="QuestionRefusedException">A value is none that .NET has, such as a date without end.</exception>
    public static (IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<object?[]> Rows, bool IsCut) Read(IDataReader reader, int maximumRows)
    {
        AnswerColumn[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(i => ColumnOf(reader, i))];
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
                row[i] = ValueOf(reader, i, columns[i]);
            }

            rows.Add(row);
        }

        return (columns, rows, false);
    }

    private static AnswerColumn ColumnOf(IDataReader reader, int column)
    {
        try
        {
            return new(reader.GetName(column), KindOf(reader.GetFieldType(column)));
        }
        catch (ArgumentException)
        {
            throw Unreadable(reader.GetName(column));
        }
    }

    private static object? ValueOf(IDataReader reader, int index, AnswerColumn column)
    {
        try
        {
            return reader.IsDBNull(index) ? null : Convert(reader.GetValue(index), column.Kind);
        }
        catch (Exception none) when (none is InvalidOperationException or ArgumentException or OverflowException or InvalidCastException)
        {
            throw Unreadable(column.Name);
        }
    }

    private static QuestionRefusedException Unreadable(string column) =>
        new($"The column \"{column}\" has a value that cannot be shown, such as a date without end or an interval in months. As text it can: cast it with ::VARCHAR.");

    private static ColumnKind KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) ? ColumnKind.Time
            : type == typeof(BigInteger) || (type.IsPrimitive && type != typeof(bool) && type != typeof(char)) || type == typeof(decimal) ? ColumnKind.Number
            : ColumnKind.Text;
    }

    private static object Convert(object value, ColumnKind kind) => (kind, value) switch
    {
        // What a floating-point number would take digits from, as it may from an id, stays whole.
        (ColumnKind.Number, long whole) when whole is > LargestExact or < -LargestExact => (BigInteger)whole,
        (ColumnKind.Number, ulong whole) when whole > LargestExact => (BigInteger)whole,
        (ColumnKind.Number, BigInteger whole) when BigInteger.Abs(whole) > LargestExact => whole,
        (ColumnKind.Number, BigInteger whole) => (double)whole,
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
