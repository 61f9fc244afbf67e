namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>One way for an event to match a rule: all of these conditions hold.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="ByPath">The conditions in the order of their paths: the order in which array consistency is judged.</param>
/// <param name="BySelectivity">The same, the one that is expected to fail most often first.</param>
internal sealed record Clause(int Rule, Condition[] ByPath, Condition[] BySelectivity);
