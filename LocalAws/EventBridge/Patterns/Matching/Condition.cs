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

    /// <summary>
    /// Addresses or networks stand beside other tests of values. Such a condition has to be tested as a whole, because
    /// AWS's matcher turns a text that is an address into a number before it looks at anything else, and not even that if
    /// numbers are among the tests.
    /// </summary>
    public bool MixesAddresses { get; } = Tests.Any(IsAddress) && !Tests.All(static test => IsAddress(test) || test is ValueTest.Exists or ValueTest.Absent);

    private bool HasNumbers { get; } = Tests.Any(static test => test is ValueTest.Number { Value: not null } or ValueTest.Range
        || (test is ValueTest.AnythingBut { Excluded: [ValueTest.Number, ..] }));

    public bool Passes(in EventValue value)
    {
        if (MixesAddresses && value.IsString)
        {
            return PassesMixed(value);
        }

        foreach (var matcher in Matchers)
        {
            if (matcher.Matches(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool PassesMixed(in EventValue value)
    {
        var isAddress = !HasNumbers && IpAddressText.TryParse(value.Text, out _, out _);
        foreach (var matcher in Matchers)
        {
            if (matcher switch
            {
                AnyMatcher => true,
                AddressMatcher => isAddress && matcher.Matches(value),
                NoneMatcher when isAddress => true,
                _ => !isAddress && matcher.Matches(value),
            })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddress(ValueTest test) => test is ValueTest.Address or ValueTest.Network;
}
