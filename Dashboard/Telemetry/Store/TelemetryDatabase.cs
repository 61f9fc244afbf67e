using System.Data;
using System.Globalization;
using DuckDB.NET.Data;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// This process' database: one file, a connection for each writer, connections that come and go for readers. After an error that makes it
/// useless (<see cref="FatalError"/>) nobody gets a connection until <see cref="DatabaseKeeper"/> has opened it anew.
/// </summary>
internal sealed class TelemetryDatabase : ITelemetrySource, IDisposable
{
    /// <summary>Questions at once; more wait, so that a page that asks a lot does not take the writers' time.</summary>
    private const int MaximumReaders = 4;

    private readonly RunDirectory _directory;
    private readonly string _connectionString;
    private readonly string _configure;
    private readonly SemaphoreSlim _readers = new(MaximumReaders);
    private readonly SemaphoreSlim _failed = new(0);
    private readonly Lock _lock = new();
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DuckDBConnection? _anchor;
    private string? _problem;

    public TelemetryDatabase(DashboardOptions options, TimeProvider time)
    {
        _directory = RunDirectory.Create(options.DataDirectory, options.Store.MaxRunDirectories, time);
        _connectionString = new DuckDBConnectionStringBuilder { DataSource = _directory.DatabasePath }.ConnectionString;
        Copies = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "copies") + System.IO.Path.DirectorySeparatorChar;
        // Groups by small integers are planned by a table's statistics, which a writer may have outdated once the question runs: it would fail.
        _configure = string.Create(CultureInfo.InvariantCulture, $"""
            SET memory_limit = '{options.Store.MemoryMegabytes}MB';
            SET threads = {options.Store.Threads};
            SET checkpoint_threshold = '{options.Store.CheckpointMegabytes}MB';
            SET GLOBAL perfect_ht_threshold = 0;
            SET allocator_background_threads = true;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET allowed_directories = ['{Copies.Replace("'", "''", StringComparison.Ordinal)}'];
            SET enable_external_access = false;
            SET lock_configuration = true;
            """);
        _anchor = Connect();
        Execute(_anchor, Schema.Create);
        Execute(_anchor, _configure);
        _opened.SetResult();
    }

    /// <summary>Whoever holds a connection for long has to let go of it: the database stays dead as long as one is open.</summary>
    public event Action? Closing;

    /// <summary>The error that closed the database; null: it is open.</summary>
    public string? Problem => Volatile.Read(ref _problem);

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
    /// <exception cref="TelemetryClosedException">The database is being reopened.</exception>
    public DuckDBConnection Open() =>
        Problem is { } problem ? throw new TelemetryClosedException(TelemetryClosedException.Describe(problem)) : Connect();

    /// <summary>Tells of an error of any kind. If the database is dead by it, nobody gets a connection from now on.</summary>
    public void Report(Exception exception)
    {
        lock (_lock)
        {
            // The first error, which closes the database, does not always say so; and what was thrown before it was opened anew may be told of afterwards.
            if (_problem is null && _anchor is { } anchor && !Answers(anchor))
            {
                _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
                Volatile.Write(ref _problem, FatalError.Summarize(exception));
                _failed.Release();
            }
        }
    }

    /// <summary>Waits until the database can be written to.</summary>
    public Task WhenOpenAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _opened.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits for an error that closes the database.</summary>
    public Task WhenFailedAsync(CancellationToken cancellationToken) => _failed.WaitAsync(cancellationToken);

    /// <summary>Lets go of the dead database, and has the others let go.</summary>
    public void Close()
    {
        Closing?.Invoke();
        lock (_lock)
        {
            _anchor?.Dispose();
            _anchor = null;
        }
    }

    /// <summary>Opens the file anew, after <see cref="Close"/>.</summary>
    /// <param name="first">What is to be done with it before anybody else gets a connection.</param>
    /// <exception cref="DuckDBException">Somebody still holds the dead database, or the file still cannot be written to.</exception>
    public void Reopen(Action<DuckDBConnection> first)
    {
        var anchor = Connect();
        try
        {
            Execute(anchor, _configure);
            // The proof that there is room again: otherwise the next batch would be lost as the last was.
            Execute(anchor, "CHECKPOINT");
            first(anchor);
        }
        catch
        {
            anchor.Dispose();
            throw;
        }

        lock (_lock)
        {
            _anchor = anchor;
            Volatile.Write(ref _problem, null);
            _opened.SetResult();
        }
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
                    try
                    {
                        return Query(connection, sql, read, cancellationToken);
                    }
                    catch (DuckDBException failure)
                    {
                        Report(failure);
                        if (Problem is { } problem)
                        {
                            throw new TelemetryClosedException(TelemetryClosedException.Describe(problem));
                        }

                        throw;
                    }
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
        _anchor?.Dispose();
        _readers.Dispose();
        _failed.Dispose();
        _directory.Dispose();
    }

    private static bool Answers(DuckDBConnection connection)
    {
        try
        {
            Execute(connection, "SELECT 1");
            return true;
        }
        catch (DuckDBException failure) when (FatalError.Is(failure))
        {
            return false;
        }
    }

    private DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection(_connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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
