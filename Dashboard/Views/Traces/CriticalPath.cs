namespace Dashboard.Views.Traces;

/// <summary>
/// Which span determines a trace's end, at each moment. Walked from the end backwards: of what a span caused, only that
/// which was over can have held up the rest, and of that the last to be over did. What it caused may outlive it.
/// </summary>
internal static class CriticalPath
{
    /// <summary>The path, by time: stretches without gap or overlap from the trace's start to its end.</summary>
    public static IReadOnlyList<PathSegment> Of(TraceTree tree)
    {
        List<PathSegment> path = [];
        if (tree.Nodes.Count == 0)
        {
            return path;
        }

        // A chain of calls may be as long as the trace: no recursion.
        Stack<Stage> open = new();
        open.Push(new(null, tree.Roots, tree.Start, tree.End));
        while (open.TryPeek(out var stage))
        {
            if (stage.Next() is { } child)
            {
                Add(path, stage.Node, child.LastEnd, stage.Cursor);
                var from = child.Span.Start > stage.From ? child.Span.Start : stage.From;
                stage.Cursor = from;
                open.Push(new(child, child.Children, from, child.LastEnd));
            }
            else
            {
                Add(path, stage.Node, stage.From, stage.Cursor);
                open.Pop();
            }
        }

        path.Reverse();
        return path;
    }

    private static void Add(List<PathSegment> path, SpanNode? node, DateTimeOffset from, DateTimeOffset to)
    {
        if (from >= to)
        {
            return;
        }

        if (node is null || node.End <= from)
        {
            path.Add(new(node, from, to, IsWait: true));
            return;
        }

        if (node.End < to)
        {
            path.Add(new(node, node.End, to, IsWait: true));
            to = node.End;
        }

        path.Add(new(node, from, to, IsWait: false));
    }

    /// <summary>The way backwards through what one span caused.</summary>
    private sealed class Stage
    {
        private readonly SpanNode[] _byEnd;
        private int _next;

        public Stage(SpanNode? node, IReadOnlyList<SpanNode> children, DateTimeOffset from, DateTimeOffset to)
        {
            (Node, From, Cursor) = (node, from, to);
            _byEnd = [.. children.OrderByDescending(child => child.LastEnd).ThenBy(child => child.Span.Start)];
        }

        public SpanNode? Node { get; }

        public DateTimeOffset From { get; }

        public DateTimeOffset Cursor { get; set; }

        /// <summary>The last that was over by now, within the time that is left.</summary>
        public SpanNode? Next()
        {
            while (_next < _byEnd.Length)
            {
                var child = _byEnd[_next++];
                if (child.LastEnd <= From)
                {
                    return null;
                }

                if (child.LastEnd <= Cursor)
                {
                    return child;
                }
            }

            return null;
        }
    }
}
