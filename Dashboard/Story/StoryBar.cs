using Dashboard.Views.Traces;

namespace Dashboard.Story;

/// <summary>A stretch on the time line of an order.</summary>
/// <param name="Bar">Where, in percent of its width.</param>
/// <param name="IsError">Whether it failed.</param>
/// <param name="Title">What it was, in words.</param>
/// <param name="IsCall">A call of SlowApi; otherwise an invocation of the function.</param>
/// <param name="Span">Its span's id.</param>
internal sealed record StoryBar(Bar Bar, bool IsError, string Title, bool IsCall, string Span);
