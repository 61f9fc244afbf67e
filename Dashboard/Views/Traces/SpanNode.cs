using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Traces;

/// <summary>A span in its trace's tree.</summary>
internal sealed class SpanNode(SpanRecord span)
{
    private readonly List<SpanNode> _children = [];

    /// <summary>The span.</summary>
    public SpanRecord Span { get; } = span;

    /// <summary>What caused it; null for a root and for an orphan.</summary>
    public SpanNode? Parent { get; private set; }

    /// <summary>What it caused, by start.</summary>
    public IReadOnlyList<SpanNode> Children => _children;

    /// <summary>Whether it names a parent that is not held.</summary>
    public bool IsOrphan => Parent is null && !Span.ParentSpanId.IsEmpty;

    /// <summary>Its place in the tree read from top to bottom, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>How many are above it.</summary>
    public int Depth { get; internal set; }

    /// <summary>How many stand below it, and itself: the next that is not below it has the index <see cref="Index"/> + this.</summary>
    public int Size { get; internal set; } = 1;

    /// <summary>When it ended, real time.</summary>
    public DateTimeOffset End { get; } = span.Start + span.Duration;

    /// <summary>When the last of it and of all below it ended: what it set off may outlive it.</summary>
    public DateTimeOffset LastEnd { get; internal set; } = span.Start + span.Duration;

    /// <summary>How many below it, and itself, failed.</summary>
    public int Errors { get; internal set; } = span.Status == SpanStatus.Error ? 1 : 0;

    /// <summary>Which try it is, if it is one of several.</summary>
    public Attempt? Attempt { get; internal set; }

    /// <summary>What passed before it in which nothing was done for it; null if it came at once.</summary>
    public Wait? WaitBefore { get; internal set; }

    internal void Adopt(SpanNode child)
    {
        child.Parent = this;
        _children.Add(child);
    }

    internal void Release(SpanNode child)
    {
        child.Parent = null;
        _children.Remove(child);
    }

    /// <summary>By start; of two that start together the longer first.</summary>
    internal static int ByStart(SpanNode a, SpanNode b)
    {
        var order = a.Span.Start.CompareTo(b.Span.Start);
        return order != 0 ? order : b.Span.Duration.CompareTo(a.Span.Duration);
    }
}
