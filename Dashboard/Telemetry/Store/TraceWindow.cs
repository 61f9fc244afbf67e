using System.Buffers;
using System.Runtime.InteropServices;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// The totals of every trace, in memory and bounded: what the list of traces is sorted and filtered by, most often, without a look at a
/// single span. It answers only while it has them all: beyond its bound, or once spans have been trimmed, the table is asked.
/// The table's writer adds; readers may be about, and hold it up for no longer than it takes to copy a few thousand totals.
/// </summary>
internal sealed class TraceWindow(Tables tables, StoreOptions options)
{
    private const long NanosecondsPerTick = 100;
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Totals that a reader copies at a time: 200 KB, some tens of microseconds.</summary>
    private const int PartSize = 4_096;

    private readonly Lock _lock = new();
    private readonly List<TraceTotals> _unpublished = [];
    private readonly List<TraceTotals> _traces = [];
    private Dictionary<TraceId, int>? _places = options.TraceWindow > 0 ? [] : null;

    /// <summary>Adds a span, not visible yet.</summary>
    public void Add(in SpanRow span) => _unpublished.Add(
        new(span.TraceId, span.Start, span.Start + span.Duration, 1, span.Status == (byte)SpanStatus.Error ? 1 : 0));

    /// <summary>What was added is in the table now.</summary>
    public void Publish()
    {
        lock (_lock)
        {
            if (tables.Spans.Trimmed > 0 || _traces.Count > options.TraceWindow)
            {
                _places = null;
                _traces.Clear();
                _traces.TrimExcess();
            }

            if (_places is not null)
            {
                foreach (ref readonly var span in CollectionsMarshal.AsSpan(_unpublished))
                {
                    ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, span.TraceId, out var isThere);
                    if (isThere)
                    {
                        _traces[place] = _traces[place].With(span);
                    }
                    else
                    {
                        place = _traces.Count;
                        _traces.Add(span);
                    }
                }
            }
        }

        _unpublished.Clear();
    }

    /// <summary>What was added will never be in the table.</summary>
    public void Abandon() => _unpublished.Clear();

    /// <summary>The table has rows that never came by here: from now on it is asked.</summary>
    public void GiveUp()
    {
        lock (_lock)
        {
            _places = null;
            _traces.Clear();
            _traces.TrimExcess();
        }
    }

    /// <summary>One page of the traces that a filter lets through, and how many there are of them in all.</summary>
    /// <returns>Whether it can be said from here.</returns>
    public bool TryList(TraceFilter filter, out IReadOnlyList<TraceTotals> page, out long total)
    {
        // The worst of those that will be shown is the first to go.
        var order = new TraceOrder(filter);
        PriorityQueue<TraceTotals, TraceTotals> best = new(Comparer<TraceTotals>.Create((left, right) => order.Compare(right, left)));
        var wanted = filter.Offset + filter.Limit;
        var count = 0L;
        var isWhole = TryRead(filter, trace =>
        {
            count++;
            if (best.Count < wanted)
            {
                best.Enqueue(trace, trace);
            }
            else if (wanted > 0 && order.Compare(trace, best.Peek()) < 0)
            {
                best.EnqueueDequeue(trace, trace);
            }
        });
        TraceTotals[] rows = isWhole ? [.. best.UnorderedItems.Select(item => item.Element)] : [];
        Array.Sort(rows, order);
        (page, total) = ([.. rows.Skip((int)Math.Min(filter.Offset, int.MaxValue))], count);
        return isWhole;
    }

    /// <summary>When the traces that a filter lets through began, by second.</summary>
    /// <returns>Whether it can be said from here.</returns>
    public bool TryStarts(TraceFilter filter, out IReadOnlyList<TraceStarts> starts)
    {
        SortedDictionary<long, (long Traces, long Failed)> seconds = [];
        var isWhole = TryRead(filter, trace =>
        {
            var second = trace.Start / NanosecondsPerSecond;
            var (traces, failed) = seconds.GetValueOrDefault(second);
            seconds[second] = (traces + 1, failed + (trace.Errors > 0 ? 1 : 0));
        });
        starts = [.. seconds.Select(second => new TraceStarts(DateTimeOffset.FromUnixTimeSeconds(second.Key), second.Value.Traces, second.Value.Failed))];
        return isWhole;
    }

    /// <summary>
    /// Reads the traces that a filter lets through, as they are when their part is copied; those that come meanwhile are left for the next
    /// time. The writer goes on between two parts.
    /// </summary>
    /// <returns>Whether it can be said from here.</returns>
    internal bool TryRead(TraceFilter filter, Action<TraceTotals> read)
    {
        var part = ArrayPool<TraceTotals>.Shared.Rent(PartSize);
        try
        {
            int? end = null;
            for (var at = 0; end is null || at < end; at += PartSize)
            {
                int length;
                lock (_lock)
                {
                    if (!CanAnswer(filter))
                    {
                        return false;
                    }

                    end ??= _traces.Count;
                    length = Math.Min(PartSize, end.Value - at);
                    CollectionsMarshal.AsSpan(_traces).Slice(at, length).CopyTo(part);
                }

                foreach (ref readonly var trace in part.AsSpan(0, length))
                {
                    if (Passes(trace, filter))
                    {
                        read(trace);
                    }
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<TraceTotals>.Shared.Return(part);
        }
    }

    private static bool Passes(in TraceTotals trace, TraceFilter filter) =>
        (filter.From is not { } from || trace.Start >= UnixNanos.ToStored(from))
        && (filter.To is not { } to || trace.Start <= UnixNanos.ToStored(to))
        && (filter.MinimumDuration is not { } duration || trace.End - trace.Start >= duration.Ticks * NanosecondsPerTick)
        && (filter.HasError is not { } hasError || trace.Errors > 0 == hasError);

    private bool CanAnswer(TraceFilter filter) => _places is not null && tables.Spans.Trimmed == 0
        && filter is { Text: null or "", Resource: null or "", Attribute: null or { Key: "" }, CorrelationId: null or "" };
}
