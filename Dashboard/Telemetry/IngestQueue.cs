using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Dashboard.Telemetry;

/// <summary>
/// What waits between a receiver and its store: bounded by items, so that a batch is refused rather than memory grown.
/// </summary>
internal sealed class IngestQueue<TBatch>(int capacity)
{
    private readonly Channel<(TBatch Batch, int Count)> _batches =
        Channel.CreateUnbounded<(TBatch, int)>(new() { SingleReader = true });

    private long _waiting;
    private long _received;
    private long _refused;

    /// <summary>Items that may wait.</summary>
    public int Capacity => capacity;

    /// <summary>Items taken in and not yet stored.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <summary>Items taken in.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Items sent away, be it for want of room or because they made no sense; and items that could not be stored.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Whether there is room for <paramref name="count"/> items now; a batch larger than the queue finds room in an empty one.</summary>
    public bool HasRoomFor(int count)
    {
        var waiting = Waiting;
        return waiting == 0 || waiting + count <= capacity;
    }

    /// <summary>Takes a batch of <paramref name="count"/> items in, or leaves it.</summary>
    public bool TryAdd(TBatch batch, int count)
    {
        var waiting = Interlocked.Add(ref _waiting, count);
        if (waiting > capacity && waiting != count)
        {
            Interlocked.Add(ref _waiting, -count);
            return false;
        }

        Interlocked.Add(ref _received, count);
        return _batches.Writer.TryWrite((batch, count));
    }

    /// <summary>Counts items that were sent away.</summary>
    public void Refuse(long count) => Interlocked.Add(ref _refused, count);

    /// <summary>The next batch, if one is there. It counts as waiting until <see cref="Done"/>.</summary>
    public bool TryTake([MaybeNullWhen(false)] out TBatch batch, out int count)
    {
        var isThere = _batches.Reader.TryRead(out var next);
        (batch, count) = next;
        return isThere;
    }

    /// <summary>Waits for a batch.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _batches.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Items that were taken are stored, or given up.</summary>
    public void Done(long count) => Interlocked.Add(ref _waiting, -count);
}
