using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Dashboard.Telemetry;

/// <summary>
/// What waits between a receiver and its store: bounded by items and by bytes, so that a batch is refused rather than memory grown.
/// </summary>
internal sealed class IngestQueue<TBatch>(int capacity)
{
    /// <summary>For each item that may wait. A usual span has less than half of it.</summary>
    private const long BytesAnItem = 1_024;

    private readonly Channel<(TBatch Batch, int Count, long Bytes)> _batches =
        Channel.CreateUnbounded<(TBatch, int, long)>(new() { SingleReader = true });

    private long _waiting;
    private long _waitingBytes;
    private long _received;
    private long _refused;

    /// <summary>Items that may wait.</summary>
    public int Capacity => capacity;

    /// <summary>Bytes that may wait, as they came on the wire.</summary>
    public long CapacityBytes => capacity * BytesAnItem;

    /// <summary>Items taken in and not yet stored.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <summary>Items taken in.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Items sent away, be it for want of room or because they made no sense; and items that could not be stored.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Whether there is room for <paramref name="count"/> items of <paramref name="bytes"/> now; a batch larger than the queue finds room in an empty one.</summary>
    public bool HasRoomFor(int count, long bytes = 0)
    {
        var waiting = Waiting;
        return waiting == 0 || (waiting + count <= capacity && Interlocked.Read(ref _waitingBytes) + bytes <= CapacityBytes);
    }

    /// <summary>Takes a batch of <paramref name="count"/> items in, or leaves it.</summary>
    public bool TryAdd(TBatch batch, int count, long bytes = 0)
    {
        var waiting = Interlocked.Add(ref _waiting, count);
        var waitingBytes = Interlocked.Add(ref _waitingBytes, bytes);
        if ((waiting > capacity || waitingBytes > CapacityBytes) && waiting != count)
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
            Interlocked.Add(ref _waiting, -count);
            return false;
        }

        Interlocked.Add(ref _received, count);
        return _batches.Writer.TryWrite((batch, count, bytes));
    }

    /// <summary>Counts items that were sent away.</summary>
    public void Refuse(long count) => Interlocked.Add(ref _refused, count);

    /// <summary>The next batch, if one is there. It counts as waiting until <see cref="Done"/>.</summary>
    public bool TryTake([MaybeNullWhen(false)] out TBatch batch, out int count, out long bytes)
    {
        var isThere = _batches.Reader.TryRead(out var next);
        (batch, count, bytes) = next;
        return isThere;
    }

    /// <summary>Waits for a batch.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _batches.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Items that were taken are stored, or given up.</summary>
    public void Done(long count, long bytes)
    {
        Interlocked.Add(ref _waitingBytes, -bytes);
        Interlocked.Add(ref _waiting, -count);
    }
}
