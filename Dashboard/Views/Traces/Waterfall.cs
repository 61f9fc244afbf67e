using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Traces;

/// <summary>The lines of a trace that are to be seen.</summary>
internal static class Waterfall
{
    /// <summary>All lines but those below a collapsed span, in O(n).</summary>
    public static IReadOnlyList<WaterfallRow> Rows(TraceTree tree, IReadOnlySet<SpanId> collapsed)
    {
        List<WaterfallRow> rows = new(tree.Nodes.Count);
        for (var i = 0; i < tree.Nodes.Count;)
        {
            var node = tree.Nodes[i];
            Add(rows, node, isDimmed: false);
            i += collapsed.Contains(node.Span.SpanId) ? node.Size : 1;
        }

        return rows;
    }

    /// <summary>Those that match, and what is above them; a collapsed span hides no match.</summary>
    public static IReadOnlyList<WaterfallRow> Matches(TraceTree tree, Func<SpanRecord, bool> matches)
    {
        var kept = new bool[tree.Nodes.Count];
        var found = new bool[tree.Nodes.Count];
        foreach (var node in tree.Nodes)
        {
            if (matches(node.Span))
            {
                found[node.Index] = true;
                for (var above = node; above is not null && !kept[above.Index]; above = above.Parent)
                {
                    kept[above.Index] = true;
                }
            }
        }

        List<WaterfallRow> rows = [];
        foreach (var node in tree.Nodes)
        {
            if (found[node.Index])
            {
                Add(rows, node, isDimmed: false);
            }
            else if (kept[node.Index])
            {
                rows.Add(new(node, null, IsDimmed: true));
            }
        }

        return rows;
    }

    /// <summary>What is collapsed when nothing below <paramref name="depth"/> is to be seen.</summary>
    public static IEnumerable<SpanId> CollapsedAt(TraceTree tree, int depth) =>
        tree.Nodes.Where(node => node.Depth == depth && node.Size > 1).Select(node => node.Span.SpanId);

    private static void Add(List<WaterfallRow> rows, SpanNode node, bool isDimmed)
    {
        if (node.WaitBefore is { } wait)
        {
            rows.Add(new(node, wait, isDimmed));
        }

        rows.Add(new(node, null, isDimmed));
    }
}
