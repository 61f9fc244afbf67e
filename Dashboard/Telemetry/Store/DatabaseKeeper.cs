using System.Data.Common;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// Opens the database again after an error that closed it, as a full disk during a checkpoint does: as soon as everybody has let go of it
/// and what is in its log can be put into its file.
/// </summary>
internal sealed partial class DatabaseKeeper(
    TelemetryDatabase database, Tables tables, TraceWindow window, TelemetryPulse pulse, TimeProvider time, ILogger<DatabaseKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await database.WhenFailedAsync(stoppingToken);
                LogClosed(logger, database.Problem);
                pulse.Beat();
                await ReopenAsync(stoppingToken);
                pulse.Beat();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }

    private async Task ReopenAsync(CancellationToken stoppingToken)
    {
        var start = time.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            // A question that is still being answered holds the dead database, too.
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                database.Close();
                var found = 0L;
                database.Reopen(connection => found = tables.Recount(connection));
                if (found != 0)
                {
                    window.GiveUp();
                }

                LogReopened(logger, time.GetElapsedTime(start).TotalSeconds, found);
                return;
            }
            catch (Exception failure) when (failure is DbException or IOException or InvalidOperationException)
            {
                LogNotYet(logger, FatalError.Summarize(failure));
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "STORE closed: {Problem}")]
    private static partial void LogClosed(ILogger logger, string? problem);

    [LoggerMessage(2, LogLevel.Warning, "STORE not reopened yet: {Problem}")]
    private static partial void LogNotYet(ILogger logger, string problem);

    [LoggerMessage(3, LogLevel.Warning, "STORE reopened after {Seconds:0.0} s; {Found} rows more than were known to be stored (they were counted as refused)")]
    private static partial void LogReopened(ILogger logger, double seconds, long found);
}
