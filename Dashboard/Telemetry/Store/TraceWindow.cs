using System.Runtime.InteropServices;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// The totals of every trace, in memory and bounded: what the list of traces is sorted and filtered by, most often, without a look at a
/// single span. It answers only while it has them all: beyond its bound, or once spans have been trimmed, the table is asked.
/// The table's writer adds; readers may be about.
/// </summary>
internal sealed class TraceWindow(Tables tables, StoreOptions options)
{
    private const long NanosecondsPerTick = 100;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly Lock _lock = new();
    private readonly List<TraceTotals> _unpublished = [];
    private Dictionary<TraceId, TraceTotals>? _traces = options.TraceWindow > 0 ? [] : null;

    /// <summary>Adds a span, not visible yet.</summary>
    public void Add(in SpanRow span) => _unpublished.Add(
        new(span.TraceId, span.Start, span.Start + span.Duration, 1, span.Status == (byte)SpanStatus.Error ? 1 : 0));

    /// <summary>What was added is in the table now.</summary>
    public void Publish()
    {
        lock (_lock)
        {
            if (tables.Spans.Trimmed > 0 || _traces?.Count > options.TraceWindow)
            {
                _traces = null;
            }

            if (_traces is not null)
            {
                foreach (ref readonly var span in CollectionsMarshal.AsSpan(_unpublished))
                {
                    ref var trace = ref CollectionsMarshal.GetValueRefOrAddDefault(_traces, span.TraceId, out var isThere);
                    trace = isThere ? trace.With(span) : span;
                }
            }
        }

        _unpublished.Clear();
    }

    /// <summary>What was added will never be in the table.</summary>
    public void Abandon() => _unpublished.Clear();

    /// <summary>One page of the traces that a filter lets through, and how many there are of them in all.</summary>
    /// <returns>Whether it can be said from here.</returns>
    public bool TryList(TraceFilter filter, out IReadOnlyList<TraceTotals> page, out long total)
    {
        (page, total) = ([], 0);
        lock (_lock)
        {
            if (!CanAnswer(filter))
            {
                return false;
            }

            // The worst of those that will be shown is the first to go.
            var order = new TraceOrder(filter);
            PriorityQueue<TraceTotals, TraceTotals> best = new(Comparer<TraceTotals>.Create((left, right) => order.Compare(right, left)));
            var wanted = filter.Offset + filter.Limit;
            foreach (var trace in _traces!.Values)
            {
                if (!Passes(trace, filter))
                {
                    continue;
                }

                total++;
                if (best.Count < wanted)
                {
                    best.Enqueue(trace, trace);
                }
                else if (wanted > 0 && order.Compare(trace, best.Peek()) < 0)
                {
                    best.EnqueueDequeue(trace, trace);
                }
            }

            TraceTotals[] rows = [.. best.UnorderedItems.Select(item => item.Element)];
            Array.Sort(rows, order);
            page = [.. rows.Skip((int)Math.Min(filter.Offset, int.MaxValue))];
            return true;
        }
    }

    /// <summary>When the traces that a filter lets through began, by second.</summary>
    /// <returns>Whether it can be said from here.</returns>
    public bool TryStarts(TraceFilter filter, out IReadOnlyList<TraceStarts> starts)
    {
        starts = [];
        SortedDictionary<long, (long Traces, long Failed)> seconds = [];
        lock (_lock)
        {
            if (!CanAnswer(filter))
            {
                return false;
            }

            foreach (var trace in _traces!.Values)
            {
                if (Passes(trace, filter))
                {
                    var second = trace.Start / NanosecondsPerSecond;
                    var (traces, failed) = seconds.GetValueOrDefault(second);
                    seconds[second] = (traces + 1, failed + (trace.Errors > 0 ? 1 : 0));
                }
            }
        }

        starts = [.. seconds.Select(second => new TraceStarts(DateTimeOffset.FromUnixTimeSeconds(second.Key), second.Value.Traces, second.Value.Failed))];
        return true;
    }

    private static bool Passes(in TraceTotals trace, TraceFilter filter) =>
        (filter.From is not { } from || trace.Start >= UnixNanos.ToStored(from))
        && (filter.To is not { } to || trace.Start <= UnixNanos.ToStored(to))
        && (filter.MinimumDuration is not { } duration || trace.End - trace.Start >= duration.Ticks * NanosecondsPerTick)
        && (filter.HasError is not { } hasError || trace.Errors > 0 == hasError);

    private bool CanAnswer(TraceFilter filter) => _traces is not null && tables.Spans.Trimmed == 0
        && filter is { Text: null or "", Resource: null or "", Attribute: null or { Key: "" }, CorrelationId: null or "" };
}
