using Dashboard.Telemetry.Store;

namespace Dashboard.Telemetry;

/// <summary>
/// The one writer of a store: takes batches as they come, flushes when the time is up or there is much. While the database is being
/// reopened after an error it takes none: they wait in the queue, and when that is full senders are told to come back.
/// </summary>
internal sealed partial class IngestLoop<TBatch>(
    TelemetryDatabase database,
    IngestQueue<TBatch> queue,
    ITelemetryStore<TBatch> store,
    TelemetryPulse pulse,
    StoreOptions options,
    TimeProvider time,
    ILogger<IngestLoop<TBatch>> logger) : BackgroundService
{
    /// <summary>What is written together must fit into the database's memory several times.</summary>
    private const long MaximumFlushBytes = 24 * 1024 * 1024;

    private readonly TimeSpan _interval = TimeSpan.FromMilliseconds(options.FlushMilliseconds);

    /// <summary>What is not flushed counts as waiting: there must be room for more meanwhile.</summary>
    private readonly int _flushRows = Math.Min(options.FlushRows, Math.Max(1, queue.Capacity / 2));

    private readonly long _flushBytes = Math.Min(MaximumFlushBytes, Math.Max(1, queue.CapacityBytes / 2));

    /// <summary>The store is let go of by another thread, too, when the database has to be closed.</summary>
    private readonly Lock _gate = new();

    private long _unflushed;
    private long _unflushedBytes;
    private long _since;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Start-up must not wait for a batch that is already there.
        await Task.Yield();
        database.Closing += LetGo;
        try
        {
            while (true)
            {
                if (database.Problem is not null)
                {
                    await database.WhenOpenAsync(stoppingToken);
                }

                if (queue.TryTake(out var batch, out var count, out var bytes))
                {
                    Add(batch, count, bytes);
                }
                else if (_unflushed == 0)
                {
                    await queue.WaitAsync(stoppingToken);
                }
                else
                {
                    await WaitUntilDueAsync(stoppingToken);
                }

                if (_unflushed > 0 && (_unflushed >= _flushRows || _unflushedBytes >= _flushBytes || time.GetElapsedTime(_since) >= _interval))
                {
                    Flush();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            while (queue.TryTake(out var batch, out var count, out var bytes))
            {
                Add(batch, count, bytes);
            }

            Flush();
        }
        finally
        {
            database.Closing -= LetGo;
        }
    }

    private async Task WaitUntilDueAsync(CancellationToken stoppingToken)
    {
        var remaining = _interval - time.GetElapsedTime(_since);
        if (remaining <= TimeSpan.Zero)
        {
            return;
        }

        using var due = new CancellationTokenSource(remaining, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, stoppingToken);
        try
        {
            await queue.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The time is up.
        }
    }

    private void Add(TBatch batch, int count, long bytes)
    {
        lock (_gate)
        {
            _since = _unflushed == 0 ? time.GetTimestamp() : _since;
            _unflushed += count;
            _unflushedBytes += bytes;
            Try(() => store.Add(batch));
        }
    }

    private void Flush()
    {
        lock (_gate)
        {
            if (_unflushed > 0)
            {
                Try(store.Flush);
                queue.Done(_unflushed, _unflushedBytes);
                (_unflushed, _unflushedBytes) = (0, 0);
                pulse.Beat();
            }
        }
    }

    /// <summary>What was not flushed is lost with the database that it was put into.</summary>
    private void LetGo()
    {
        lock (_gate)
        {
            Lose();
        }
    }

    private void Lose()
    {
        queue.Refuse(_unflushed);
        queue.Done(_unflushed, _unflushedBytes);
        (_unflushed, _unflushedBytes) = (0, 0);
        store.Abandon();
    }

    /// <summary>A full disk must not end the process: what could not be stored is counted, and the next batch is tried again.</summary>
    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogLost(logger, _unflushed, exception);
            Lose();
            database.Report(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "STORE failed: {Count} items are lost, and counted as refused")]
    private static partial void LogLost(ILogger logger, long count, Exception exception);
}
