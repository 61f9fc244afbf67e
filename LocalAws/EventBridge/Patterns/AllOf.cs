namespace LocalAws.EventBridge.Patterns;

/// <summary>All members hold: the fields of one object of the pattern.</summary>
internal sealed record AllOf(IReadOnlyList<PatternNode> Members) : PatternNode;
