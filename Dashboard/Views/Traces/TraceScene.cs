using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Filters;

namespace Dashboard.Views.Traces;

/// <summary>A trace as it stands on the page: what is collapsed, looked for, zoomed into and selected.</summary>
internal sealed record TraceScene
{
    private static readonly HashSet<SpanId> Nothing = [];

    private TraceScene()
    {
    }

    /// <summary>The trace.</summary>
    public required Trace Trace { get; init; }

    /// <summary>The run whose kept telemetry it was read from; null: this process holds it.</summary>
    public string? EarlierRun { get; init; }

    /// <summary>Its tree.</summary>
    public required TraceTree Tree { get; init; }

    /// <summary>Its critical path by span; the stretches in which nothing at all is under way are under null.</summary>
    public required ILookup<SpanNode?, PathSegment> Path { get; init; }

    /// <summary>Its figures.</summary>
    public required TraceTotals Totals { get; init; }

    /// <summary>Its log records by span.</summary>
    public required ILookup<SpanId, LogRow> Logs { get; init; }

    /// <summary>The lines to be seen.</summary>
    public IReadOnlyList<WaterfallRow> Rows { get; private init; } = [];

    /// <summary>The stretch of time to be seen.</summary>
    public TimeScale Scale { get; init; }

    /// <summary>The whole stretch.</summary>
    public TimeScale Whole => new(Tree.Start, Tree.End);

    /// <summary>What is collapsed.</summary>
    public IReadOnlySet<SpanId> Collapsed { get; private init; } = Nothing;

    /// <summary>What is looked for.</summary>
    public FilterQuery Query { get; private init; } = FilterQuery.Empty;

    /// <summary>Whether the critical path is highlighted.</summary>
    public bool ShowsPath { get; init; } = true;

    /// <summary>The span whose details are shown.</summary>
    public SpanNode? Selected { get; private init; }

    /// <summary>Sets it up, with all to be seen.</summary>
    public static TraceScene Of(Trace trace, IReadOnlyList<LogRow> logs)
    {
        var tree = TraceTree.Of(trace.Spans);
        var path = CriticalPath.Of(tree);
        return new()
        {
            Trace = trace,
            Tree = tree,
            Path = path.ToLookup(segment => segment.Node),
            Totals = TraceTotals.Of(tree, path),
            Logs = logs.ToLookup(log => log.SpanId),
            Rows = Waterfall.Rows(tree, Nothing),
            Scale = new(tree.Start, tree.End),
        };
    }

    /// <summary>The same view of what is held of the trace by now.</summary>
    public TraceScene Renewed(Trace trace, IReadOnlyList<LogRow> logs)
    {
        var fresh = Of(trace, logs);
        return (fresh with
        {
            ShowsPath = ShowsPath,
            Collapsed = Collapsed,
            Query = Query,
            Scale = Scale == Whole ? fresh.Whole : Scale,
            Selected = Selected is { } selected ? fresh.Tree.Find(selected.Span.SpanId) : null,
        }).Arranged();
    }

    /// <summary>With other conditions.</summary>
    /// <exception cref="FilterException">A condition makes no sense.</exception>
    public TraceScene Matching(FilterQuery query) => query == Query ? this : (this with { Query = query }).Arranged();

    /// <summary>Collapses what is expanded and the other way round.</summary>
    public TraceScene Toggled(SpanNode node)
    {
        var collapsed = Collapsed.ToHashSet();
        if (!collapsed.Remove(node.Span.SpanId))
        {
            collapsed.Add(node.Span.SpanId);
        }

        return (this with { Collapsed = collapsed }).Arranged();
    }

    /// <summary>With nothing collapsed, or all that has something below it.</summary>
    public TraceScene CollapsedTo(int? depth) =>
        (this with { Collapsed = depth is { } level ? Waterfall.CollapsedAt(Tree, level).ToHashSet() : Nothing }).Arranged();

    /// <summary>With another selection; whatever hides it is expanded.</summary>
    public TraceScene Selecting(SpanId? id)
    {
        var node = id is { } known ? Tree.Find(known) : null;
        if (node == Selected)
        {
            return this;
        }

        var hidden = false;
        var collapsed = Collapsed.ToHashSet();
        for (var above = node?.Parent; above is not null; above = above.Parent)
        {
            hidden |= collapsed.Remove(above.Span.SpanId);
        }

        var scene = this with { Selected = node };
        return hidden ? (scene with { Collapsed = collapsed }).Arranged() : scene;
    }

    /// <summary>Where a key leads: up and down by lines, left and right in the tree.</summary>
    public TraceScene Pressed(string key)
    {
        var at = RowOf(Selected);
        return key switch
        {
            "ArrowDown" => Step(at, 1),
            "ArrowUp" => Step(at < 0 ? Rows.Count : at, -1),
            "Home" => Step(-1, 1),
            "End" => Step(Rows.Count, -1),
            "ArrowLeft" when Selected is { Size: > 1 } node && !Collapsed.Contains(node.Span.SpanId) && Query.Terms.Count == 0 => Toggled(node),
            "ArrowLeft" when Selected?.Parent is { } parent => this with { Selected = parent },
            "ArrowRight" when Selected is { } node && Collapsed.Contains(node.Span.SpanId) => Toggled(node),
            "ArrowRight" when Selected is { Size: > 1 } => Step(at, 1),
            _ => this,
        };
    }

    /// <summary>The line of a span; −1 if it has none.</summary>
    public int RowOf(SpanNode? node)
    {
        for (var i = 0; node is not null && i < Rows.Count; i++)
        {
            if (Rows[i].Node == node && Rows[i].Wait is null)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The spans of this trace that link to a span.</summary>
    public IEnumerable<SpanNode> LinkedFrom(SpanNode node) =>
        Tree.Nodes.Where(other => other.Span.Links.Any(link => link.SpanId == node.Span.SpanId && link.TraceId == node.Span.TraceId));

    private TraceScene Step(int from, int by)
    {
        for (var i = from + by; i >= 0 && i < Rows.Count; i += by)
        {
            if (Rows[i].Wait is null)
            {
                return this with { Selected = Rows[i].Node };
            }
        }

        return this;
    }

    private TraceScene Arranged() => this with
    {
        Rows = Query.Terms.Count == 0 ? Waterfall.Rows(Tree, Collapsed) : Waterfall.Matches(Tree, SpanMatcher.Of(Query)),
    };
}
