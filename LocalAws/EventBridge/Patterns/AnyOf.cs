namespace LocalAws.EventBridge.Patterns;

/// <summary>At least one alternative holds: a <c>$or</c>.</summary>
internal sealed record AnyOf(IReadOnlyList<AllOf> Alternatives) : PatternNode;
