namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// Any number of event patterns compiled into one automaton, so that the cost of an event hardly grows with their number.
/// An event is read once; each value walks the index of its field to the conditions that it meets; each of those leads to
/// the few clauses for which it is the most selective one, and only their other conditions are tested, each at most once an event.
/// Immutable, for any number of threads.
/// </summary>
internal sealed class RuleAutomaton
{
    [ThreadStatic]
    private static MatchMemory? _memory;

    private readonly PathNode _paths;
    private readonly Clause[][] _led;

    internal RuleAutomaton(int rules, PathNode paths, Condition[] conditions, Clause[][] led, Clause[] always, ValueIndex?[] indexes)
    {
        (Rules, _paths, Conditions, _led, Always, Indexes) = (rules, paths, conditions, led, always, indexes);
    }

    /// <summary>How many rules there are; they are numbered from 0.</summary>
    public int Rules { get; }

    /// <summary>By number.</summary>
    public Condition[] Conditions { get; }

    /// <summary>Clauses that no value leads to, because absence is enough for them.</summary>
    public Clause[] Always { get; }

    /// <summary>By field.</summary>
    public ValueIndex?[] Indexes { get; }

    /// <param name="patterns">The patterns; a rule's number is its place in them.</param>
    public static RuleAutomaton Compile(IReadOnlyList<EventPattern> patterns)
    {
        var builder = new AutomatonBuilder();
        for (var rule = 0; rule < patterns.Count; rule++)
        {
            builder.Add(rule, patterns[rule]);
        }

        return builder.Build(patterns.Count);
    }

    /// <summary>The numbers of the rules that the event matches, ascending. Allocates nothing if there are none.</summary>
    /// <exception cref="System.Text.Json.JsonException">The event is not JSON.</exception>
    /// <exception cref="InvalidEventException">The event is no JSON object.</exception>
    public int[] Match(ReadOnlySpan<byte> json)
    {
        var scratch = _memory ??= new MatchMemory();
        scratch.Reading.Read(json, _paths, Indexes.Length);
        return new MatchRun(this, scratch, json).Match();
    }

    /// <summary>The clauses that a condition leads to.</summary>
    public ReadOnlySpan<Clause> LedBy(int condition) => _led[condition];
}
