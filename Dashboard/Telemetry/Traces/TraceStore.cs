using ServiceDefaults.Telemetry;

namespace Dashboard.Telemetry.Traces;

/// <summary>
/// The traces in memory. When room is needed the oldest trace without an error goes first; traces with errors are kept
/// longest, but hold at most three quarters of the room, or nothing else would be seen while everything fails.
/// </summary>
internal sealed class TraceStore(TelemetryLimits limits) : ITelemetryStore<SpanRecord>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TraceId, TraceEntry> _traces = [];
    private readonly Dictionary<string, List<TraceEntry>> _byCorrelationId = new(StringComparer.Ordinal);
    private readonly LinkedList<TraceEntry> _good = [];
    private readonly LinkedList<TraceEntry> _failed = [];
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
            var (good, failed) = (_good.Last, _failed.Last);
            while (newest.Count < limit && (good ?? failed) is not null)
            {
                var takeGood = failed is null || (good is not null && good.Value.Arrival > failed.Value.Arrival);
                newest.Add((takeGood ? good : failed)!.Value.ToTrace());
                (good, failed) = takeGood ? (good!.Previous, failed) : (good, failed!.Previous);
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
            _good.AddLast(trace.Node);
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
        if (trace.HasError && trace.Node.List == _good)
        {
            _good.Remove(trace.Node);
            InsertByArrival(trace);
        }

        while (_traces.Count > limits.MaxTraces || _spans > limits.MaxSpans)
        {
            EvictOne();
        }
    }

    /// <summary>Failed traces stay in order of arrival, wherever in its life a trace failed.</summary>
    private void InsertByArrival(TraceEntry trace)
    {
        var before = _failed.Last;
        while (before is not null && before.Value.Arrival > trace.Arrival)
        {
            before = before.Previous;
        }

        if (before is null)
        {
            _failed.AddFirst(trace.Node);
        }
        else
        {
            _failed.AddAfter(before, trace.Node);
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
        var failedHaveTheirShare = _failed.Count * 4 > _traces.Count * 3;
        var line = _good.Count == 0 || failedHaveTheirShare ? _failed : _good;
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
