using System.Collections.Concurrent;
using System.Text;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Plain;

/// <summary>Finds queues by the bytes of their URLs, as callers spelled them before.</summary>
internal sealed class QueueDirectory
{
    private const int MostKept = 1024;

    private readonly QueueStore _queues;
    private readonly ConcurrentDictionary<string, Known> _known = new(AsciiNames.Comparer);
    private readonly ConcurrentDictionary<string, Known>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public QueueDirectory(QueueStore queues)
    {
        _queues = queues;
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The queue; null: there is none, or its URL is unusual.</summary>
    public Queue? Find(ReadOnlySpan<byte> url, CallContext call)
    {
        if (_lookup.TryGetValue(url, out var known) && !known.Queue.IsClosed && known.Scope == call.Scope)
        {
            return known.Queue;
        }

        return url.IsEmpty || !Ascii.IsValid(url) ? null : Learn(Encoding.ASCII.GetString(url), call);
    }

    private Queue? Learn(string url, CallContext call)
    {
        var queue = _queues.Find(QueueLookup.KeyOf(url, call));
        if (queue is not null)
        {
            if (_known.Count >= MostKept)
            {
                _known.Clear();
            }

            _known[url] = new Known(call.Scope, queue);
        }

        return queue;
    }

    /// <param name="Scope">Whose calls mean this queue by the URL.</param>
    private readonly record struct Known(AwsScope Scope, Queue Queue);
}
