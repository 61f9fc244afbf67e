using System.Globalization;
using Dashboard.Telemetry.Store;
using DuckDB.NET.Data;

namespace Dashboard.Ask;

/// <summary>The database of an earlier run, opened to be read.</summary>
internal static class EarlierRun
{
    private const string InMemory = "DataSource=:memory:";

    /// <summary>A connection with a database instance of its own, in which the run's file is the only one and nothing can be set any more.</summary>
    public static DuckDBConnection Open(string path, int memoryMegabytes)
    {
        var connection = new DuckDBConnection(InMemory);
        try
        {
            connection.Open();
            // A path of our own making, from the catalogue of runs. A run of an older version has no view of orders, or another one.
            TelemetryDatabase.Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
                SET memory_limit = '{memoryMegabytes}MB';
                SET threads = 2;
                SET temp_directory = '';
                SET autoinstall_known_extensions = false;
                SET autoload_known_extensions = false;
                ATTACH '{path.Replace("'", "''", StringComparison.Ordinal)}' AS run (READ_ONLY);
                USE run;
                CREATE TEMP VIEW orders AS {Schema.Orders};
                SET enable_external_access = false;
                SET lock_configuration = true;
                """));
            return connection;
        }
        catch (DuckDBException)
        {
            connection.Dispose();
            throw;
        }
    }
}
