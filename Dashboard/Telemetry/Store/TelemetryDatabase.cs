using System.Data;
using System.Globalization;
using DuckDB.NET.Data;

namespace Dashboard.Telemetry.Store;

/// <summary>This process' database: one file, a connection for each writer, connections that come and go for readers.</summary>
internal sealed class TelemetryDatabase : ITelemetrySource, IDisposable
{
    /// <summary>Questions at once; more wait, so that a page that asks a lot does not take the writers' time.</summary>
    private const int MaximumReaders = 4;

    private readonly RunDirectory _directory;
    private readonly string _connectionString;
    private readonly DuckDBConnection _anchor;
    private readonly SemaphoreSlim _readers = new(MaximumReaders);

    public TelemetryDatabase(DashboardOptions options, TimeProvider time)
    {
        _directory = RunDirectory.Create(options.DataDirectory, options.Store.MaxRunDirectories, time);
        _connectionString = new DuckDBConnectionStringBuilder { DataSource = _directory.DatabasePath }.ConnectionString;
        Copies = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "copies") + System.IO.Path.DirectorySeparatorChar;
        _anchor = Open();
        // Groups by small integers are planned by a table's statistics, which a writer may have outdated once the question runs: it would fail.
        Execute(_anchor, string.Create(CultureInfo.InvariantCulture, $"""
            SET memory_limit = '{options.Store.MemoryMegabytes}MB';
            SET threads = {options.Store.Threads};
            SET checkpoint_threshold = '{options.Store.CheckpointMegabytes}MB';
            SET GLOBAL perfect_ht_threshold = 0;
            SET allocator_background_threads = true;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            {Schema.Create}
            SET allowed_directories = ['{Copies.Replace("'", "''", StringComparison.Ordinal)}'];
            SET enable_external_access = false;
            SET lock_configuration = true;
            """));
    }

    /// <summary>The database's file.</summary>
    public string Path => _directory.DatabasePath;

    /// <summary>
    /// Where a copy of the database may be written, with a separator at its end: a question in SQL must reach no file, and the database can
    /// close the file system for all connections only.
    /// </summary>
    public string Copies { get; }

    /// <summary>Bytes of the file, and of the log beside it that a checkpoint will put into the file.</summary>
    public long Bytes => LogBytes + Length(Path);

    /// <summary>Bytes of the log.</summary>
    public long LogBytes => Length(Path + ".wal");

    /// <summary>A connection for a writer, who disposes of it.</summary>
    public DuckDBConnection Open()
    {
        var connection = new DuckDBConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement that answers nothing.</summary>
    public static int Execute(DuckDBConnection connection, string sql, params IReadOnlyList<object?> parameters)
    {
        using var command = connection.CreateCommand();
        Set(command, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Asks and reads every row.</summary>
    public static List<T> Query<T>(DuckDBConnection connection, SqlText sql, Func<IDataRecord, T> read, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        Set(command, sql.ToString(), sql.Parameters);
        using var cancelling = cancellationToken.Register(command.Cancel);
        try
        {
            using var reader = command.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (Exception interrupted) when (cancellationToken.IsCancellationRequested && interrupted is DuckDBException or OperationCanceledException)
        {
            // With the caller's own token, by which it knows its own cancellation.
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Asks on a connection of its own, off the caller's thread, and reads every row.</summary>
    public async Task<List<T>> QueryAsync<T>(SqlText sql, Func<IDataRecord, T> read, CancellationToken cancellationToken)
    {
        await _readers.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var connection = Open();
                    return Query(connection, sql, read, cancellationToken);
                },
                cancellationToken);
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _anchor.Dispose();
        _readers.Dispose();
        _directory.Dispose();
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    // The statements are this room's own; whatever comes from outside is a parameter.
#pragma warning disable CA2100
    private static void Set(DuckDBCommand command, string sql, IReadOnlyList<object?> parameters)
    {
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter ?? DBNull.Value));
        }
    }
#pragma warning restore CA2100
}
