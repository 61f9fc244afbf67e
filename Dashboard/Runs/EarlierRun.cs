using System.Data;
using System.Globalization;
using Dashboard.Telemetry.Store;
using DuckDB.NET.Data;

namespace Dashboard.Runs;

/// <summary>The database of an earlier run, opened to be read. One question at a time.</summary>
internal sealed class EarlierRun : ITelemetrySource, IDisposable
{
    private const string InMemory = "DataSource=:memory:";

    private EarlierRun(DuckDBConnection connection) => Connection = connection;

    /// <summary>A connection with a database instance of its own, in which the run's file is the only one and nothing can be set any more.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="DuckDBException">It cannot be opened.</exception>
    public static EarlierRun Open(string path, int memoryMegabytes)
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
            return new(connection);
        }
        catch (DuckDBException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    /// <exception cref="RunNotReadableException">The file has not what is asked for.</exception>
    public Task<List<T>> QueryAsync<T>(SqlText sql, Func<IDataRecord, T> read, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return TelemetryDatabase.Query(Connection, sql, read, cancellationToken);
            }
            catch (DuckDBException refused)
            {
                throw new RunNotReadableException($"The telemetry of that run cannot be read: {refused.Message}");
            }
        },
        cancellationToken);

    /// <inheritdoc />
    public void Dispose() => Connection.Dispose();
}
