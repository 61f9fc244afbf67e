namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// A guess at how often events meet a condition, from how many different tests of its kind the rules have for that field:
/// a field that rules compare with thousands of texts is met by few events each.
/// </summary>
internal sealed class Selectivity
{
    /// <summary>So much a test is guessed to pass if nothing better is known of it.</summary>
    private const double Unknown = 0.5;

    private const double OfNull = 0.1;
    private const double OfExistence = 0.8;
    private const double OfExclusion = 0.9;

    private readonly Dictionary<(int Field, Type Kind), int> _tests = [];
    private readonly Dictionary<int, (double Low, double High)> _spans = [];

    public Selectivity(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            foreach (var test in condition.Tests)
            {
                var key = (condition.Field, test.GetType());
                _tests[key] = _tests.GetValueOrDefault(key) + 1;
                if (test is ValueTest.Range range)
                {
                    Widen(condition.Field, range.Low);
                    Widen(condition.Field, range.High);
                }
            }
        }
    }

    /// <summary>From 0, never met, to 1, always.</summary>
    public double Of(Condition condition) => condition.MayBeAbsent ? 1 : Math.Min(1, condition.Tests.Sum(test => Of(test, condition.Field)));

    private double Of(ValueTest test, int field) => test switch
    {
        ValueTest.Range { Low: { } low, High: { } high } when _spans[field] is var span =>
            (high.Millionths - (double)low.Millionths) / Math.Max(1, span.High - span.Low),
        ValueTest.Range => Unknown,
        ValueTest.Wildcard { Parts: var parts } when parts.All(static part => part.Length == 0) => Unknown,
        ValueTest.Literal { Spelling: "null" } => OfNull,
        ValueTest.Literal => Unknown,
        ValueTest.Exists => OfExistence,
        ValueTest.AnythingBut => OfExclusion,
        _ => 1.0 / (1 + _tests[(field, test.GetType())]),
    };

    private void Widen(int field, ComparableNumber? bound)
    {
        if (bound is { Millionths: var value })
        {
            var (low, high) = _spans.TryGetValue(field, out var span) ? span : (value, value);
            _spans[field] = (Math.Min(low, value), Math.Max(high, value));
        }
    }
}
