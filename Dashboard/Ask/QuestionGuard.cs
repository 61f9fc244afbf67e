using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Dashboard.Ask;

/// <summary>
/// Lets through one statement that reads. The database refuses files, networks, settings and writes by itself; this says so in time
/// and in plain words, and stops what a database does without writing to it, such as COPY … TO.
/// </summary>
internal static partial class QuestionGuard
{
    /// <summary>The longest question, characters.</summary>
    public const int MaximumLength = 20_000;

    private const string Allowed = "Only questions are answered: SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN.";

    private static readonly HashSet<string> Reading = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "WITH", "FROM", "VALUES", "TABLE", "DESCRIBE", "DESC", "SUMMARIZE", "SHOW",
    };

    /// <summary>Checks a question before it is asked.</summary>
    /// <exception cref="QuestionRefusedException">It is none.</exception>
    public static void Check(DuckDBConnection connection, string sql)
    {
        if (string.IsNullOrWhiteSpace(sql))
        {
            throw new QuestionRefusedException("There is nothing to ask yet.");
        }

        if (sql.Length > MaximumLength)
        {
            throw new QuestionRefusedException($"A question has at most {MaximumLength:N0} characters.");
        }

        var statements = NativeMethods.ExtractStatements.DuckDBExtractStatements(connection.NativeConnection, sql, out var extracted);
        using (extracted)
        {
            if (statements == 0)
            {
                var error = NativeMethods.ExtractStatements.DuckDBExtractStatementsError(extracted);
                throw string.IsNullOrEmpty(error) ? new QuestionRefusedException("There is nothing to ask yet.") : Unreadable(error, sql);
            }
        }

        var first = FirstWord(sql, 0);
        if (first.Value.Equals("EXPLAIN", StringComparison.OrdinalIgnoreCase))
        {
            first = FirstWord(sql, ExplainHead().Match(sql, first.Index) is { Success: true } head ? head.Index + head.Length : first.Index + first.Length);
        }

        if (!Reading.Contains(first.Value))
        {
            throw new QuestionRefusedException(
                $"{(first.Length > 0 ? first.Value.ToUpperInvariant() : "This")} is refused: what is stored can be read, not changed, copied or written to files. {Allowed}",
                DatabaseProblem.PlaceOf(sql, first.Index));
        }

        if (Acting().Match(sql) is { Success: true } acting)
        {
            throw new QuestionRefusedException(
                $"{acting.Groups[1].Value}() is refused: it does something to the database, or may hide what does, instead of reading what is stored.",
                DatabaseProblem.PlaceOf(sql, acting.Index));
        }

        if (Revealing().Match(sql) is { Success: true } revealing)
        {
            throw new QuestionRefusedException(
                $"{revealing.Value} is refused: it tells of the machine and its folders, and not of what is stored.",
                DatabaseProblem.PlaceOf(sql, revealing.Index));
        }

        if (statements > 1)
        {
            throw new QuestionRefusedException("One statement at a time: take away what follows the first semicolon.");
        }
    }

    /// <summary>Plain words are no SQL: that says more than where its grammar gave up.</summary>
    private static QuestionRefusedException Unreadable(string error, string sql)
    {
        var first = FirstWord(sql, 0);
        return first.Length == 0 || Reading.Contains(first.Value) || first.Value.Equals("EXPLAIN", StringComparison.OrdinalIgnoreCase)
            ? DatabaseProblem.Explain(error, sql)
            : new QuestionRefusedException(
                $"No question in SQL begins with “{first.Value}”. {Allowed} The saved questions are asked in plain words.", DatabaseProblem.PlaceOf(sql, first.Index));
    }

    private static Group FirstWord(string sql, int from) => Head().Match(sql, from).Groups[1];

    /// <summary>Blanks, comments and opening brackets, then a word.</summary>
    [GeneratedRegex(@"\G(?:[\s(;]|--[^\n]*(?:\n|$)|/\*.*?\*/)*([A-Za-z_]*)", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Head();

    /// <summary>
    /// Calls of functions that change settings (what all connections share: a log to a forbidden file ends the process), read memory at an address,
    /// take SQL as text, or sleep. A comment after the name counts as its bracket: how comments nest is the database's affair. Function names: DuckDB, duckdb_functions().
    /// </summary>
    [GeneratedRegex(
        @"\b((?:enable|disable)_\w+|truncate_duckdb_logs|write_log|(?:force_)?checkpoint|arrow_scan\w*|seq_scan|json_execute_serialized_sql|query(?:_table)?|setseed|sleep_ms|pg_sleep)[""\s\p{C}]*(?:\(|/\*|--)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Acting();

    /// <summary>Tables, views and functions that show settings and paths. Names: DuckDB, duckdb_functions() and duckdb_views().</summary>
    [GeneratedRegex(
        @"\b(?:duckdb_(?:settings|databases|secrets|secret_types|temporary_files|extensions|log\w*|external_file_cache)|pragma_(?:database_list|platform|user_agent|version)|current_setting|getenv|which_secret)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Revealing();

    [GeneratedRegex(@"\GEXPLAIN(?:\s+ANALYZE\b)?(?:\s*\([^)]*\))?", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExplainHead();
}
