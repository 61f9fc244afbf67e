namespace Dashboard.Views.Traces;

/// <summary>A try in the table of tries.</summary>
/// <param name="Node">Its span.</param>
/// <param name="Outer">Which invocation or delivery it is part of, if there were several.</param>
/// <param name="Label">Which it is.</param>
/// <param name="Result">How it ended: an HTTP status, else an error, else <c>ok</c>.</param>
/// <param name="IsError">Whether it failed.</param>
internal sealed record AttemptRow(SpanNode Node, string? Outer, string Label, string Result, bool IsError);
