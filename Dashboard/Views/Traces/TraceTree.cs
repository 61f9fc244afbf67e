using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Traces;

/// <summary>
/// A trace's spans as a tree. Any set of spans has one: a span whose parent is not held stands at the top, and a ring of
/// spans that name each other as parents is cut open at its earliest.
/// </summary>
internal sealed class TraceTree
{
    private readonly Dictionary<SpanId, SpanNode> _byId;

    private TraceTree(IReadOnlyList<SpanNode> roots, IReadOnlyList<SpanNode> nodes, Dictionary<SpanId, SpanNode> byId)
    {
        (Roots, Nodes, _byId) = (roots, nodes, byId);
        Start = nodes.Count == 0 ? default : nodes.Min(node => node.Span.Start);
        End = nodes.Count == 0 ? default : nodes.Max(node => node.End);
    }

    /// <summary>Those that stand at the top, by start.</summary>
    public IReadOnlyList<SpanNode> Roots { get; }

    /// <summary>All, each before what is below it.</summary>
    public IReadOnlyList<SpanNode> Nodes { get; }

    /// <summary>When the first began, real time.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When the last ended, real time.</summary>
    public DateTimeOffset End { get; }

    /// <summary>From the first start to the last end.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>The span, if it is held.</summary>
    public SpanNode? Find(SpanId id) => _byId.GetValueOrDefault(id);

    /// <summary>Builds it, in O(n log n).</summary>
    public static TraceTree Of(IReadOnlyList<SpanRecord> spans)
    {
        SpanNode[] all = [.. spans.Select(span => new SpanNode(span))];
        Array.Sort(all, SpanNode.ByStart);
        Dictionary<SpanId, SpanNode> byId = new(all.Length);
        foreach (var node in all)
        {
            byId.TryAdd(node.Span.SpanId, node);
        }

        // In order of start, so that everyone's children come to stand in that order.
        List<SpanNode> roots = [];
        foreach (var node in all)
        {
            if (byId.TryGetValue(node.Span.ParentSpanId, out var parent) && parent != node)
            {
                parent.Adopt(node);
            }
            else
            {
                roots.Add(node);
            }
        }

        var nodes = Arrange(all, roots);
        var tree = new TraceTree(roots, nodes, byId);
        AttemptFinder.Mark(tree);
        return tree;
    }

    /// <summary>Numbers all from top to bottom, cutting rings open on the way.</summary>
    private static List<SpanNode> Arrange(SpanNode[] all, List<SpanNode> roots)
    {
        List<SpanNode> nodes = new(all.Length);
        var seen = new HashSet<SpanNode>(all.Length, ReferenceEqualityComparer.Instance);
        foreach (var root in roots)
        {
            Walk(root, nodes, seen);
        }

        foreach (var node in all)
        {
            if (!seen.Contains(node))
            {
                node.Parent!.Release(node);
                roots.Add(node);
                Walk(node, nodes, seen);
            }
        }

        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            if (nodes[i] is { Parent: { } parent } node)
            {
                parent.Size += node.Size;
                parent.Errors += node.Errors;
                parent.LastEnd = node.LastEnd > parent.LastEnd ? node.LastEnd : parent.LastEnd;
            }
        }

        return nodes;
    }

    private static void Walk(SpanNode root, List<SpanNode> nodes, HashSet<SpanNode> seen)
    {
        // A chain of calls may be as long as the trace: no recursion.
        Stack<SpanNode> open = new([root]);
        while (open.TryPop(out var node))
        {
            seen.Add(node);
            node.Index = nodes.Count;
            node.Depth = node.Parent is { } parent ? parent.Depth + 1 : 0;
            nodes.Add(node);
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }
}
