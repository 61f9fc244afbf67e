namespace LocalAws.EventBridge.Patterns;

/// <summary>A field of the event has a value that passes one of the tests.</summary>
/// <param name="Path">The names from the root to the field, joined by dots; an event may spell it nested or dotted.</param>
/// <param name="Tests">The alternatives, at least one.</param>
/// <param name="Spelling">The same as the pattern spells it: equal spellings say the same.</param>
internal sealed record FieldTest(string Path, IReadOnlyList<ValueTest> Tests, string Spelling) : PatternNode;
