using System.Data.Common;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Dashboard.Telemetry.Store;

/// <summary>Trims by age and by size, every few seconds, and puts what is new into the file when it is quiet. What is trimmed is counted.</summary>
internal sealed partial class Retention(
    TelemetryDatabase database, Tables tables, StoreOptions options, TelemetryPulse pulse, TimeProvider time, ILogger<Retention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private const long Megabyte = 1024 * 1024;

    /// <summary>A log that is shorter is left: putting it into the file would free less than it takes.</summary>
    private const long SettledBytes = 4 * Megabyte;

    /// <summary>A log that grows by less in an interval is at rest: the load is over, and what comes is what processes say of themselves.</summary>
    private const long QuietBytes = 1 * Megabyte;

    private long _logBytes;

    /// <summary>Trims once.</summary>
    public void Trim()
    {
        var before = tables.All.Sum(table => table.Trimmed);
        if (options.MaxAgeHours > 0)
        {
            foreach (var table in tables.All.Where(table => table.Rows > 0))
            {
                table.TrimBefore(time.GetUtcNow() - TimeSpan.FromHours(options.MaxAgeHours));
            }
        }

        if (options.MaxMegabytes > 0 && UsedBytes() > options.MaxMegabytes * Megabyte)
        {
            foreach (var table in tables.All)
            {
                table.TrimOldest((table.Rows + 9) / 10);
            }
        }

        if (tables.All.Sum(table => table.Trimmed) is var after && after > before)
        {
            LogTrimmed(logger, after - before, after);
            Checkpoint();
            pulse.Beat();
        }
    }

    /// <summary>
    /// Puts what is new into the file if little came since the last call. New rows are in memory, uncompressed, until then, and would stay
    /// there after a load until the next one had filled the log (<see cref="StoreOptions.CheckpointMegabytes"/>).
    /// </summary>
    public void Settle()
    {
        var former = _logBytes;
        _logBytes = database.LogBytes;
        if (_logBytes >= SettledBytes && _logBytes - former is >= 0 and < QuietBytes)
        {
            Checkpoint();
            _logBytes = database.LogBytes;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    Trim();
                    Settle();
                }
                catch (TelemetryClosedException)
                {
                    // Its keeper says so, and there is a next time.
                }
                catch (DbException exception)
                {
                    database.Report(exception);
                    LogFailed(logger, exception);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    [LoggerMessage(1, LogLevel.Information, "TRIMMED {Count} items, {Total} in all")]
    private static partial void LogTrimmed(ILogger logger, long count, long total);

    [LoggerMessage(2, LogLevel.Warning, "TRIM failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    /// <summary>Blocks in use and the log, not the file's length: a file does not shrink, its free blocks are used again.</summary>
    private long UsedBytes()
    {
        if (database.Bytes <= options.MaxMegabytes * Megabyte)
        {
            return 0;
        }

        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT ((total_blocks - free_blocks) * block_size)::BIGINT FROM pragma_database_size()";
        return (long)command.ExecuteScalar()! + database.LogBytes;
    }

    /// <summary>Frees the blocks of what was trimmed; while somebody writes this is left to the next time.</summary>
    private void Checkpoint()
    {
        try
        {
            using var connection = database.Open();
            TelemetryDatabase.Execute(connection, "CHECKPOINT");
        }
        catch (DuckDBException exception) when (exception.ErrorType == DuckDBErrorType.Transaction)
        {
            // Somebody writes.
        }
        catch (DbException exception)
        {
            database.Report(exception);
            LogFailed(logger, exception);
        }
    }
}
