namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// Looks for values of an event that satisfy a clause together: a value for each field, none of them from different
/// elements of one array. Fields are taken in the order of their paths, and absence is judged among the elements
/// chosen so far, as EventBridge does. Only clauses with fields in array elements need it. Reused from event to event.
/// </summary>
internal sealed class ClauseSearch(EventReading reading)
{
    private const int NoValue = -2;

    private readonly ArrayScopes _scopes = reading.Scopes;
    private int[] _candidates = new int[32];
    private int[] _starts = new int[9];
    private int[] _chosen = new int[8];

    /// <summary>For each array element and condition: in which trial it was tried last.</summary>
    private long[] _tried = [];

    /// <summary>For each array and condition: in which search a value of a later condition stands in it.</summary>
    private long[] _ahead = [];

    private long _trial;

    /// <summary>How many elements or arrays the marks of one condition are for.</summary>
    private int _width;

    private Condition[] _clause = [];

    public bool Holds(Condition[] clause, ReadOnlySpan<byte> json)
    {
        _clause = clause;
        _trial++;
        Reserve(clause.Length);
        if (!FindCandidates(json))
        {
            return false;
        }

        MarkArraysAhead(_trial);
        return Holds(0, _trial);
    }

    private void Reserve(int conditions)
    {
        if (_chosen.Length < conditions)
        {
            _starts = new int[conditions + 1];
            _chosen = new int[conditions];
        }

        _width = Math.Max(_scopes.Count, _scopes.Arrays);
        var places = conditions * _width;
        if (_tried.Length < places)
        {
            _tried = new long[places * 2];
            _ahead = new long[places * 2];
        }
    }

    /// <summary>The places whose values pass; several values of one place count once.</summary>
    private bool FindCandidates(ReadOnlySpan<byte> json)
    {
        var count = 0;
        for (var index = 0; index < _clause.Length; index++)
        {
            _starts[index] = count;
            for (var value = reading.First(_clause[index].Field); value != FoundValue.Last; value = reading.Next(value))
            {
                // Values of one element come one after the other, so the last scope is the one to compare with.
                var scope = reading.ScopeOf(value);
                if ((count == _starts[index] || _candidates[count - 1] != scope) && _clause[index].Passes(reading.Value(value, json)))
                {
                    if (count == _candidates.Length)
                    {
                        Array.Resize(ref _candidates, count * 2);
                    }

                    _candidates[count++] = scope;
                }
            }

            if (count == _starts[index] && !_clause[index].MayBeAbsent)
            {
                return false;
            }
        }

        _starts[_clause.Length] = count;
        return true;
    }

    /// <summary>For each condition, marks the elements of the arrays that values of the conditions after it stand in.</summary>
    private void MarkArraysAhead(long search)
    {
        for (var index = _clause.Length - 2; index >= 0; index--)
        {
            var here = _ahead.AsSpan(index * _width, _width);
            var next = _ahead.AsSpan((index + 1) * _width, _width);
            for (var array = 0; array < _width; array++)
            {
                if (index < _clause.Length - 2 && next[array] == search)
                {
                    here[array] = search;
                }
            }

            for (var value = reading.First(_clause[index + 1].Field); value != FoundValue.Last; value = reading.Next(value))
            {
                for (var scope = reading.ScopeOf(value); scope != ArrayScopes.None && here[_scopes.ArrayOf(scope)] != search; scope = _scopes.Parent(scope))
                {
                    here[_scopes.ArrayOf(scope)] = search;
                }
            }
        }
    }

    private bool Holds(int index, long search)
    {
        if (index == _clause.Length)
        {
            return true;
        }

        var trial = ++_trial;
        var triedNone = false;
        for (var candidate = _starts[index]; candidate < _starts[index + 1]; candidate++)
        {
            var scope = _candidates[candidate];
            if (!IsConsistent(scope, index))
            {
                continue;
            }

            // To the conditions ahead, places are alike that differ only in arrays which none of those stands in. So
            // independent arrays cost their sum and not their product.
            var shared = SharedAhead(scope, index, search);
            if (shared == ArrayScopes.None ? triedNone : _tried[(index * _width) + shared] == trial)
            {
                continue;
            }

            if (shared == ArrayScopes.None)
            {
                triedNone = true;
            }
            else
            {
                _tried[(index * _width) + shared] = trial;
            }

            _chosen[index] = scope;
            if (Holds(index + 1, search))
            {
                return true;
            }
        }

        _chosen[index] = NoValue;
        return _clause[index].MayBeAbsent && IsAbsent(index) && Holds(index + 1, search);
    }

    /// <summary>The innermost element around the place whose array conditions ahead stand in too.</summary>
    private int SharedAhead(int scope, int index, long search)
    {
        // Nothing is ahead of the last.
        if (index == _clause.Length - 1)
        {
            return ArrayScopes.None;
        }

        while (scope != ArrayScopes.None && _ahead[(index * _width) + _scopes.ArrayOf(scope)] != search)
        {
            scope = _scopes.Parent(scope);
        }

        return scope;
    }

    private bool IsAbsent(int index)
    {
        for (var value = reading.First(_clause[index].Field); value != FoundValue.Last; value = reading.Next(value))
        {
            if (IsConsistent(reading.ScopeOf(value), index))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsConsistent(int scope, int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (_chosen[index] != NoValue && !_scopes.AreConsistent(scope, _chosen[index]))
            {
                return false;
            }
        }

        return true;
    }
}
