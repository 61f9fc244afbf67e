namespace Dashboard.Views.Traces;

/// <summary>A line of the waterfall: a span, or the wait before it.</summary>
/// <param name="Node">The span.</param>
/// <param name="Wait">The wait, if the line is one.</param>
/// <param name="IsDimmed">Whether it is there only because something below it is looked for.</param>
internal readonly record struct WaterfallRow(SpanNode Node, Wait? Wait, bool IsDimmed)
{
    /// <summary>Since when.</summary>
    public DateTimeOffset From => Wait?.From ?? Node.Span.Start;

    /// <summary>Until when.</summary>
    public DateTimeOffset To => Wait?.To ?? Node.End;

    /// <summary>Names the line among all.</summary>
    public (int Index, bool IsWait) Key => (Node.Index, Wait is not null);
}
