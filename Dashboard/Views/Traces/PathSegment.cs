namespace Dashboard.Views.Traces;

/// <summary>A stretch of the critical path, real time.</summary>
/// <param name="Node">The span that it runs through; null where nothing at all is under way.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when.</param>
/// <param name="IsWait">Whether that span had ended by then: what it set off had not been taken up again.</param>
internal readonly record struct PathSegment(SpanNode? Node, DateTimeOffset From, DateTimeOffset To, bool IsWait)
{
    /// <summary>How long.</summary>
    public TimeSpan Duration => To - From;
}
