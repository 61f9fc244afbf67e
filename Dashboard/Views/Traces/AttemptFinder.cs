using System.Globalization;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Traces;

/// <summary>
/// Finds what was tried several times, and the waits in between. A call's tries are told by <c>http.request.resend_count</c>
/// (OpenTelemetry HTTP conventions: absent on the first), a function's by <c>faas.invocation</c> or by a link to the try before.
/// </summary>
internal static class AttemptFinder
{
    private const string ResendCount = "http.request.resend_count";
    private const string Invocation = "faas.invocation";

    /// <summary>A pause shorter than this is the machine's own, not a wait.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    /// <summary>Marks the tries and the waits before them.</summary>
    public static void Mark(TraceTree tree)
    {
        foreach (var siblings in tree.Nodes.GroupBy(node => (node.Span.ParentSpanId, Target(node.Span))))
        {
            if (siblings.Any(node => Number(node.Span, ResendCount) > 0))
            {
                Mark([.. siblings], AttemptKind.Call, node => (Number(node.Span, ResendCount) ?? 0) + 1);
            }
        }

        foreach (var series in Series(tree))
        {
            var kind = series[0].Span.Tags.Find("messaging.message.id") is null ? AttemptKind.Invocation : AttemptKind.Delivery;
            Mark(series, kind, node => Number(node.Span, Invocation));
        }

        foreach (var node in tree.Nodes)
        {
            if (node is { WaitBefore: null, Span.Kind: SpanKind.Consumer, Parent: { } parent })
            {
                node.WaitBefore = Between(WaitKind.Queued, parent.End, node.Span.Start);
            }
        }
    }

    /// <summary>What took up the same event or message again and again, in order.</summary>
    private static IEnumerable<List<SpanNode>> Series(TraceTree tree)
    {
        Dictionary<SpanNode, List<SpanNode>> bySpan = new(ReferenceEqualityComparer.Instance);
        Dictionary<(SpanId Parent, string? Message), List<SpanNode>> byParent = [];
        foreach (var node in tree.Nodes.Where(node => node.Span.Kind == SpanKind.Consumer).OrderBy(node => node.Span.Start))
        {
            var key = (node.Span.ParentSpanId, node.Span.Tags.Find("messaging.message.id"));
            var earlier = node.Span.Links.Select(link => tree.Find(link.SpanId)).OfType<SpanNode>();
            var series = earlier.Select(bySpan.GetValueOrDefault).FirstOrDefault(found => found is not null)
                ?? (Number(node.Span, Invocation) is null ? null : byParent.GetValueOrDefault(key));
            if (series is null)
            {
                series = [];
                byParent[key] = series;
            }

            series.Add(node);
            bySpan[node] = series;
        }

        return bySpan.Values.Distinct().Where(series => series.Count > 1 || Number(series[0].Span, Invocation) > 1);
    }

    private static void Mark(List<SpanNode> tries, AttemptKind kind, Func<SpanNode, int?> number)
    {
        tries.Sort(SpanNode.ByStart);
        var of = Math.Max(tries.Count, tries.Max(number) ?? 0);
        for (var i = 0; i < tries.Count; i++)
        {
            tries[i].Attempt = new(kind, number(tries[i]) ?? i + 1, of);
            if (i > 0)
            {
                tries[i].WaitBefore = Between(ReasonOf(kind), tries[i - 1].End, tries[i].Span.Start);
            }
        }
    }

    private static Wait? Between(WaitKind kind, DateTimeOffset from, DateTimeOffset to) =>
        to - from >= ShortestWait ? new(kind, from, to) : null;

    private static WaitKind ReasonOf(AttemptKind kind) => kind switch
    {
        AttemptKind.Call => WaitKind.Backoff,
        AttemptKind.Invocation => WaitKind.RetryDelay,
        _ => WaitKind.Redelivery,
    };

    /// <summary>Where a call goes: only calls to one place can be tries of one call.</summary>
    private static string? Target(SpanRecord span) =>
        span.Kind == SpanKind.Client ? $"{span.Tags.Find("http.request.method")} {span.Tags.Find("url.full") ?? span.Tags.Find("server.address")}" : null;

    private static int? Number(SpanRecord span, string key) =>
        int.TryParse(span.Tags.Find(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
