using Dashboard.Telemetry.Store;

namespace Dashboard.Telemetry;

/// <summary>The one writer of a store: takes batches as they come, flushes when the time is up or there is much.</summary>
internal sealed partial class IngestLoop<TBatch>(
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

    private long _unflushed;
    private long _unflushedBytes;
    private long _since;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Start-up must not wait for a batch that is already there.
        await Task.Yield();
        try
        {
            while (true)
            {
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
        _since = _unflushed == 0 ? time.GetTimestamp() : _since;
        _unflushed += count;
        _unflushedBytes += bytes;
        Try(() => store.Add(batch));
    }

    private void Flush()
    {
        if (_unflushed > 0)
        {
            Try(store.Flush);
            queue.Done(_unflushed, _unflushedBytes);
            (_unflushed, _unflushedBytes) = (0, 0);
            pulse.Beat();
        }
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
            queue.Refuse(_unflushed);
            queue.Done(_unflushed, _unflushedBytes);
            (_unflushed, _unflushedBytes) = (0, 0);
            store.Abandon();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "STORE failed: {Count} items are lost, and counted as refused")]
    private static partial void LogLost(ILogger logger, long count, Exception exception);
}
