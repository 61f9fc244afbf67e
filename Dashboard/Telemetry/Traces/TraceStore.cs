using ServiceDefaults.Telemetry;

namespace Dashboard.Telemetry.Traces;

/// <summary>
/// The traces in memory. When room is needed the oldest of the least worth goes first (<see cref="TraceWorth"/>), so that
/// polls do not push out orders, and orders not the failed ones. But each kind is left a quarter of the traces, or
/// nothing else would be seen while everything fails.
/// </summary>
internal sealed class TraceStore(TelemetryLimits limits) : ITelemetryStore<SpanRecord>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TraceId, TraceEntry> _traces = [];
    private readonly Dictionary<string, List<TraceEntry>> _byCorrelationId = new(StringComparer.Ordinal);
    /// <summary>A line for each <see cref="TraceWorth"/>, in order of arrival.</summary>
    private readonly LinkedList<TraceEntry>[] _lines = [.. Enum.GetValues<TraceWorth>().Select(_ => new LinkedList<TraceEntry>())];

    private long _arrivals;
    private int _spans;
    private long _trimmed;

    /// <summary>Spans held, traces held, and spans that came and are no longer held.</summary>
    public (int Spans, int Traces, long Trimmed) Counts
    {
        get
        {
            lock (_lock)
            {
                return (_spans, _traces.Count, _trimmed);
            }
        }
    }

    /// <inheritdoc />
    public void Add(IReadOnlyList<SpanRecord> batch)
    {
        lock (_lock)
        {
            foreach (var span in batch)
            {
                Add(span);
            }
        }
    }

    /// <summary>The trace, if it is held.</summary>
    public Trace? Find(TraceId id)
    {
        lock (_lock)
        {
            return _traces.GetValueOrDefault(id)?.ToTrace();
        }
    }

    /// <summary>The traces that name an order, oldest first.</summary>
    public IReadOnlyList<Trace> FindByCorrelationId(string correlationId)
    {
        lock (_lock)
        {
            return _byCorrelationId.TryGetValue(correlationId, out var entries) ? [.. entries.Select(entry => entry.ToTrace())] : [];
        }
    }

    /// <summary>The newest traces, newest first.</summary>
    public IReadOnlyList<Trace> Newest(int limit)
    {
        lock (_lock)
        {
            List<Trace> newest = new(Math.Min(limit, _traces.Count));
            LinkedListNode<TraceEntry>?[] ends = [.. _lines.Select(line => line.Last)];
            while (newest.Count < limit && ends.MaxBy(end => end?.Value.Arrival ?? -1) is { } next)
            {
                newest.Add(next.Value.ToTrace());
                ends[Array.IndexOf(ends, next)] = next.Previous;
            }

            return newest;
        }
    }

    private void Add(SpanRecord span)
    {
        if (!_traces.TryGetValue(span.TraceId, out var trace))
        {
            trace = new TraceEntry(span.TraceId, _arrivals++);
            _traces.Add(span.TraceId, trace);
            _lines[(int)trace.Worth].AddLast(trace.Node);
        }

        if (trace.Count >= limits.MaxSpansPerTrace)
        {
            trace.Trimmed++;
            _trimmed++;
            return;
        }

        if (trace.Add(span, SpanAttributes.CorrelationId) is { } correlationId)
        {
            Index(correlationId, trace);
        }

        _spans++;
        var line = _lines[(int)trace.Worth];
        if (trace.Node.List != line)
        {
            trace.Node.List!.Remove(trace.Node);
            InsertByArrival(line, trace);
        }

        while (_traces.Count > limits.MaxTraces || _spans > limits.MaxSpans)
        {
            EvictOne();
        }
    }

    /// <summary>A line stays in order of arrival, wherever in its life a trace came to stand in it.</summary>
    private static void InsertByArrival(LinkedList<TraceEntry> line, TraceEntry trace)
    {
        var before = line.Last;
        while (before is not null && before.Value.Arrival > trace.Arrival)
        {
            before = before.Previous;
        }

        if (before is null)
        {
            line.AddFirst(trace.Node);
        }
        else
        {
            line.AddAfter(before, trace.Node);
        }
    }

    private void Index(string correlationId, TraceEntry trace)
    {
        if (!_byCorrelationId.TryGetValue(correlationId, out var entries))
        {
            _byCorrelationId.Add(correlationId, entries = []);
        }

        entries.Add(trace);
    }

    private void EvictOne()
    {
        // Of three lines one has more than a quarter.
        var line = Array.Find(_lines, candidate => candidate.Count * 4 > _traces.Count)!;
        var oldest = line.First!.Value;
        line.RemoveFirst();
        _traces.Remove(oldest.Id);
        _spans -= oldest.Count;
        _trimmed += oldest.Count;
        foreach (var correlationId in oldest.CorrelationIds)
        {
            var entries = _byCorrelationId[correlationId];
            entries.Remove(oldest);
            if (entries.Count == 0)
            {
                _byCorrelationId.Remove(correlationId);
            }
        }
    }
}
