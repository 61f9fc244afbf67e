namespace LocalAws.EventBridge;

/// <summary>A line of output of <see cref="MatchCommand"/>.</summary>
/// <param name="Name">The case's.</param>
/// <param name="Result"><c>match</c>, <c>no-match</c> or <c>error</c>.</param>
/// <param name="Reason">Why it is an error.</param>
internal sealed record MatchResult(string? Name, string Result, string? Reason);
