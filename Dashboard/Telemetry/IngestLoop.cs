namespace Dashboard.Telemetry;

/// <summary>The one writer of a store.</summary>
internal sealed class IngestLoop<T>(IngestQueue<T> queue, ITelemetryStore<T> store) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Start-up must not wait for a batch that is already there.
        await Task.Yield();
        try
        {
            await queue.DrainAsync(store.Add, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops.
        }
    }
}
