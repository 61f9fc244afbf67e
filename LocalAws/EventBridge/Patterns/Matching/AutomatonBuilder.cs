namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>Multiplies patterns out into clauses, shares what they have in common, and decides what leads an event to each clause.</summary>
internal sealed class AutomatonBuilder
{
    private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Field, string Spelling), Condition> _shared = [];
    private readonly List<(int Rule, Condition[] ByPath)> _drafts = [];
    private readonly List<Condition> _conditions = [];

    public void Add(int rule, EventPattern pattern)
    {
        foreach (var clause in ClauseExpansion.Expand(pattern))
        {
            _drafts.Add((rule, [.. clause.Values.OrderBy(static test => test.Path, StringComparer.Ordinal).Select(Share)]));
        }
    }

    public RuleAutomaton Build(int rules)
    {
        var selectivity = new Selectivity(_conditions);
        var estimates = _conditions.Select(selectivity.Of).ToArray();
        var led = new List<Clause>?[_conditions.Count];
        List<Clause> always = [];
        foreach (var (rule, byPath) in _drafts)
        {
            var clause = new Clause(rule, byPath, [.. byPath.OrderBy(condition => estimates[condition.Id])]);
            var lead = clause.BySelectivity[0];
            (lead.MayBeAbsent ? always : led[lead.Id] ??= []).Add(clause);
        }

        return new RuleAutomaton(rules, Paths(), [.. _conditions], [.. led.Select(static clauses => clauses?.ToArray() ?? [])], [.. always], Indexes(led));
    }

    /// <summary>For each field, the index of the conditions that lead to clauses. The others are tested when such a clause asks for them.</summary>
    private ValueIndex?[] Indexes(List<Clause>?[] led)
    {
        var builders = new ValueIndexBuilder?[_fields.Count];
        foreach (var condition in _conditions)
        {
            if (led[condition.Id] is not null)
            {
                (builders[condition.Field] ??= new ValueIndexBuilder()).Add(condition);
            }
        }

        return [.. builders.Select(static builder => builder?.Build())];
    }

    private PathNode Paths()
    {
        var root = new PathNode();
        foreach (var (path, field) in _fields)
        {
            root.Add(path, field);
        }

        return root;
    }

    private Condition Share(FieldTest test)
    {
        if (!_fields.TryGetValue(test.Path, out var field))
        {
            _fields[test.Path] = field = _fields.Count;
        }

        if (!_shared.TryGetValue((field, test.Spelling), out var condition))
        {
            condition = new Condition(_conditions.Count, field, test.Path, test.Tests);
            _conditions.Add(condition);
            _shared[(field, test.Spelling)] = condition;
        }

        return condition;
    }
}
