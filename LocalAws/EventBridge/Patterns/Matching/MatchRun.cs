namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>One event, which has been read, on its way through an automaton.</summary>
internal readonly ref struct MatchRun
{
    private readonly RuleAutomaton _automaton;
    private readonly MatchMemory _memory;
    private readonly EventReading _reading;
    private readonly ReadOnlySpan<byte> _json;
    private readonly Span<uint> _conditions;
    private readonly uint _no;
    private readonly uint _yes;

    public MatchRun(RuleAutomaton automaton, MatchMemory memory, ReadOnlySpan<byte> json)
    {
        memory.StartRun(automaton.Conditions.Length, automaton.Rules);
        (_automaton, _memory, _reading) = (automaton, memory, memory.Reading);
        _json = json;
        _conditions = memory.Conditions;
        (_no, _yes) = (memory.No, memory.Yes);
    }

    public int[] Match()
    {
        for (var value = 0; value < _reading.Count; value++)
        {
            _automaton.Indexes[_reading.FieldOf(value)]?.Collect(_reading.Value(value, _json), this);
        }

        foreach (var condition in _memory.Held)
        {
            Follow(_automaton.LedBy(condition));
        }

        Follow(_automaton.Always);
        var matched = _memory.Matched;
        if (matched.Count == 0)
        {
            return [];
        }

        matched.Sort();
        return [.. matched];
    }

    /// <summary>The condition is known to hold.</summary>
    public void Hold(int condition)
    {
        if (_conditions[condition] != _yes)
        {
            _conditions[condition] = _yes;
            _memory.Held.Add(condition);
        }
    }

    public void Hold(ReadOnlySpan<int> conditions)
    {
        foreach (var condition in conditions)
        {
            Hold(condition);
        }
    }

    /// <summary>The condition may hold.</summary>
    public void Test(int condition)
    {
        var known = _conditions[condition];
        if (known != _yes && known != _no && Holds(_automaton.Conditions[condition]))
        {
            _memory.Held.Add(condition);
        }
    }

    private void Follow(ReadOnlySpan<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            if (_memory.Rules[clause.Rule] != _yes && Holds(clause))
            {
                _memory.Rules[clause.Rule] = _yes;
                _memory.Matched.Add(clause.Rule);
            }
        }
    }

    private bool Holds(Clause clause)
    {
        var doubtful = false;
        foreach (var condition in clause.BySelectivity)
        {
            if (!Holds(condition))
            {
                // Its values may all stand in other array elements than the values of the clause's other fields.
                if (!condition.MayBeAbsent || !_reading.IsScoped(condition.Field))
                {
                    return false;
                }

                doubtful = true;
            }
        }

        if (_reading.Scopes.Count == 0)
        {
            return true;
        }

        var scoped = 0;
        foreach (var condition in clause.ByPath)
        {
            scoped += _reading.IsScoped(condition.Field) ? 1 : 0;
        }

        return scoped > 1 ? _memory.Search.Holds(clause.ByPath, _json) : !doubtful;
    }

    /// <summary>Does a value of the condition's field, whichever, pass; or is there none, if that is enough?</summary>
    private bool Holds(Condition condition)
    {
        ref var known = ref _conditions[condition.Id];
        if (known != _yes && known != _no)
        {
            known = Settle(condition) ? _yes : _no;
        }

        return known == _yes;
    }

    private bool Settle(Condition condition)
    {
        var value = _reading.First(condition.Field);
        if (value == FoundValue.Last)
        {
            return condition.MayBeAbsent;
        }

        for (; value != FoundValue.Last; value = _reading.Next(value))
        {
            if (condition.Passes(_reading.Value(value, _json)))
            {
                return true;
            }
        }

        return false;
    }
}
