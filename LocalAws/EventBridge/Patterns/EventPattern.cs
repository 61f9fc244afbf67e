namespace LocalAws.EventBridge.Patterns;

/// <summary>A parsed event pattern: what an event must look like, as plain data. Matching is <see cref="CompiledPattern"/>'s.</summary>
/// <param name="Root">What must hold of the event.</param>
internal sealed record EventPattern(AllOf Root);

/// <summary>A condition on an event.</summary>
internal abstract record PatternNode;

/// <summary>All members hold: the fields of one object of the pattern.</summary>
internal sealed record AllOf(IReadOnlyList<PatternNode> Members) : PatternNode;

/// <summary>At least one alternative holds: a <c>$or</c>.</summary>
internal sealed record AnyOf(IReadOnlyList<AllOf> Alternatives) : PatternNode;

/// <summary>A field of the event has a value that passes one of the tests.</summary>
/// <param name="Path">The names from the root to the field, joined by dots; an event may spell it nested or dotted.</param>
/// <param name="Tests">The alternatives, at least one.</param>
/// <param name="Spelling">The same as the pattern spells it: equal spellings say the same.</param>
internal sealed record FieldTest(string Path, IReadOnlyList<ValueTest> Tests, string Spelling) : PatternNode;
