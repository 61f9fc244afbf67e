using System.Collections.Concurrent;

namespace Dashboard.Telemetry.Store;

/// <summary>Empty batches for the next requests.</summary>
internal sealed class SpanBatchPool
{
    private const int Kept = 64;

    private readonly ConcurrentQueue<SpanBatch> _batches = new();

    /// <summary>An empty batch.</summary>
    public SpanBatch Rent() => _batches.TryDequeue(out var batch) ? batch : new();

    /// <summary>Takes one back.</summary>
    public void Return(SpanBatch batch)
    {
        batch.Clear();
        if (_batches.Count < Kept)
        {
            _batches.Enqueue(batch);
        }
        else
        {
            batch.Texts.Dispose();
        }
    }
}
