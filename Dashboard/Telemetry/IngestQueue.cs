using System.Threading.Channels;

namespace Dashboard.Telemetry;

/// <summary>
/// What waits between a receiver and its store: bounded by items, so that a batch is refused rather than memory grown.
/// </summary>
internal sealed class IngestQueue<T>(int capacity)
{
    private readonly Channel<IReadOnlyList<T>> _batches = Channel.CreateUnbounded<IReadOnlyList<T>>(new() { SingleReader = true });
    private long _waiting;
    private long _received;
    private long _refused;

    /// <summary>Items taken in and not yet stored.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <summary>Items taken in.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Items sent away, be it for want of room or because they made no sense.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Whether there is room for <paramref name="count"/> items now; a batch larger than the queue finds room in an empty one.</summary>
    public bool HasRoomFor(int count)
    {
        var waiting = Waiting;
        return waiting == 0 || waiting + count <= capacity;
    }

    /// <summary>Takes a batch in, or leaves it.</summary>
    public bool TryAdd(IReadOnlyList<T> batch)
    {
        if (batch.Count == 0)
        {
            return true;
        }

        var waiting = Interlocked.Add(ref _waiting, batch.Count);
        if (waiting > capacity && waiting != batch.Count)
        {
            Interlocked.Add(ref _waiting, -batch.Count);
            return false;
        }

        Interlocked.Add(ref _received, batch.Count);
        return _batches.Writer.TryWrite(batch);
    }

    /// <summary>Counts items that were sent away.</summary>
    public void Refuse(int count) => Interlocked.Add(ref _refused, count);

    /// <summary>Hands every batch to <paramref name="store"/>, in order, until cancelled.</summary>
    public async Task DrainAsync(Action<IReadOnlyList<T>> store, CancellationToken cancellationToken)
    {
        await foreach (var batch in _batches.Reader.ReadAllAsync(cancellationToken))
        {
            store(batch);
            Interlocked.Add(ref _waiting, -batch.Count);
        }
    }
}
