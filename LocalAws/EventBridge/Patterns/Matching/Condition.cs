namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>What one field has to be. All clauses that say the same of a field share one condition, so that an event settles it once.</summary>
/// <param name="Id">The condition's number in its automaton.</param>
/// <param name="Field">The number of the field in the automaton's <see cref="PathNode"/> tree.</param>
/// <param name="Path">The field's path.</param>
/// <param name="Tests">The alternatives as they were parsed.</param>
internal sealed record Condition(int Id, int Field, string Path, IReadOnlyList<ValueTest> Tests)
{
    /// <summary>The alternatives, ready to run.</summary>
    public ValueMatcher[] Matchers { get; } = [.. Tests.Where(static test => test is not ValueTest.Absent).Select(ValueMatcher.Of)];

    /// <summary>Absence passes too.</summary>
    public bool MayBeAbsent { get; } = Tests.Any(static test => test is ValueTest.Absent);

    public bool Passes(in EventValue value)
    {
        foreach (var matcher in Matchers)
        {
            if (matcher.Matches(value))
            {
                return true;
            }
        }

        return false;
    }
}
