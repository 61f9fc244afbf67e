namespace LocalAws.EventBridge.Patterns;

/// <summary>One way for an event to match: each of these fields, in the order of their paths, passes.</summary>
/// <param name="Fields">Field number and its tests, ordered by path.</param>
internal sealed record Clause(IReadOnlyList<ClauseField> Fields);

/// <summary>What one field has to be.</summary>
/// <param name="Field">The field's number in the pattern's <see cref="PathNode"/> tree.</param>
/// <param name="Tests">The alternatives.</param>
/// <param name="MayBeAbsent">Absence passes too.</param>
internal sealed record ClauseField(int Field, ValueMatcher[] Tests, bool MayBeAbsent);
