using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Dashboard.Telemetry.Store;

/// <summary>Errors after which a DuckDB instance answers nothing but errors, until each connection to it is closed and the file opened anew.</summary>
internal static class FatalError
{
    /// <summary>Every later statement's answer.</summary>
    private const string Invalidated = "database has been invalidated";

    private const string Prefix = "FATAL Error";

    /// <summary>Whether it is one.</summary>
    public static bool Is(Exception exception) =>
        exception is DuckDBException { ErrorType: DuckDBErrorType.Fatal }
        || exception.Message.Contains(Invalidated, StringComparison.Ordinal)
        || exception.Message.Contains(Prefix, StringComparison.Ordinal);

    /// <summary>Its first line, without the native stack that DuckDB puts behind it.</summary>
    public static string Summarize(Exception exception) => exception.Message.Split('\n', 2)[0].Trim();
}
