namespace Dashboard.Ask;

/// <summary>The words that a question is made of, for completion.</summary>
internal static class Vocabulary
{
    private const string OfTheStore = """
        SELECT table_name, column_name, lower(data_type) FROM information_schema.columns
        WHERE table_schema = 'main' ORDER BY table_name, ordinal_position
        """;

    private static readonly string[] Keywords =
    [
        "SELECT", "FROM", "WHERE", "GROUP BY", "GROUP BY ALL", "ORDER BY", "ORDER BY ALL", "HAVING", "LIMIT", "JOIN", "LEFT JOIN", "USING", "WITH", "AS", "AND", "OR",
        "NOT", "IN", "IS NULL", "IS NOT NULL", "BETWEEN", "LIKE", "ILIKE", "CASE WHEN", "THEN", "ELSE", "END", "DISTINCT", "DESC", "FILTER (WHERE", "OVER (PARTITION BY",
        "UNION ALL", "QUALIFY", "DESCRIBE", "SUMMARIZE",
    ];

    private static readonly string[] Functions =
    [
        "count(*)", "sum(", "avg(", "min(", "max(", "round(", "floor(", "coalesce(", "nullif(", "any_value(", "arg_max(", "arg_min(", "quantile_cont(", "median(", "mode(",
        "lag(", "lead(", "row_number()", "time_bucket(", "date_trunc(", "epoch_ns(", "make_timestamp_ns(", "hex_trace(", "hex_span(", "regexp_extract(", "starts_with(",
        "contains(", "lower(", "list(", "string_agg(", "json_extract_string(",
    ];

    /// <summary>Tables and columns of the store, then the language's own words; each as <c>word</c>, tab, what it is.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Asker asker, CancellationToken cancellationToken)
    {
        var columns = (await asker.AskAsync(OfTheStore, null, cancellationToken)).Rows
            .Select(row => (Table: AnswerText.Plain(row[0]), Name: AnswerText.Plain(row[1]), Type: AnswerText.Plain(row[2])))
            .ToList();
        return
        [
            .. columns.Select(column => column.Table).Distinct(StringComparer.Ordinal).Select(table => $"{table}\ttable"),
            .. columns.GroupBy(column => column.Name, StringComparer.Ordinal)
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => $"{column.Key}\t{column.First().Type} of {string.Join(", ", column.Select(of => of.Table).Take(3))}"),
            .. Functions.Select(function => $"{function}\tfunction"),
            .. Keywords,
        ];
    }
}
