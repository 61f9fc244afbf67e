namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// Looks for values of an event that satisfy a clause together: a value for each field, none of them from different
/// elements of one array. Fields are taken in the order of their paths, and absence is judged among the elements
/// chosen so far, as EventBridge does.
/// </summary>
internal readonly ref struct ClauseSearch
{
    private readonly Clause _clause;
    private readonly IReadOnlyList<FoundValue> _found;
    private readonly List<ArrayScope?>[] _candidates;
    private readonly ArrayScope?[] _chosen;
    private readonly HashSet<int>[] _arraysAhead;

    private ClauseSearch(Clause clause, IReadOnlyList<FoundValue> found, List<ArrayScope?>[] candidates)
    {
        (_clause, _found, _candidates) = (clause, found, candidates);
        _chosen = new ArrayScope?[candidates.Length];
        _arraysAhead = ArraysAhead(clause, found);
    }

    public static bool Holds(Clause clause, IReadOnlyList<FoundValue> found, ReadOnlySpan<byte> json)
    {
        var candidates = new List<ArrayScope?>[clause.Fields.Count];
        for (var index = 0; index < candidates.Length; index++)
        {
            var field = clause.Fields[index];
            candidates[index] = Candidates(field, found, json);
            if (candidates[index].Count == 0 && !field.MayBeAbsent)
            {
                return false;
            }
        }

        return new ClauseSearch(clause, found, candidates).Holds(0);
    }

    private bool Holds(int index)
    {
        if (index == _candidates.Length)
        {
            return true;
        }

        HashSet<string>? tried = null;
        foreach (var scope in _candidates[index])
        {
            // To the fields ahead, places are alike that differ only in arrays which none of those fields is in. So
            // independent arrays cost their sum and not their product.
            if (IsConsistent(scope, index) && (scope is null || (tried ??= []).Add(ArrayScope.Describe(scope, _arraysAhead[index]))))
            {
                _chosen[index] = scope;
                if (Holds(index + 1))
                {
                    return true;
                }
            }
        }

        _chosen[index] = null;
        return _clause.Fields[index].MayBeAbsent && IsAbsent(index) && Holds(index + 1);
    }

    /// <summary>For each field, the arrays that values of the fields after it stand in.</summary>
    private static HashSet<int>[] ArraysAhead(Clause clause, IReadOnlyList<FoundValue> found)
    {
        if (found.All(static value => value.Scope is null))
        {
            return [];
        }

        var ahead = new HashSet<int>[clause.Fields.Count];
        HashSet<int> arrays = [];
        for (var index = ahead.Length - 1; index >= 0; index--)
        {
            ahead[index] = [.. arrays];
            foreach (var value in found)
            {
                for (var scope = value.Field == clause.Fields[index].Field ? value.Scope : null; scope is not null; scope = scope.Parent)
                {
                    arrays.Add(scope.Array);
                }
            }
        }

        return ahead;
    }

    /// <summary>The places whose values pass; several values of one place count once.</summary>
    private static List<ArrayScope?> Candidates(ClauseField field, IReadOnlyList<FoundValue> found, ReadOnlySpan<byte> json)
    {
        List<ArrayScope?> scopes = [];
        foreach (var value in found)
        {
            // Values of one element come one after the other, so the last scope is the one to compare with.
            if (value.Field == field.Field && (scopes.Count == 0 || !ReferenceEquals(scopes[^1], value.Scope)) && Passes(field.Tests, value, json))
            {
                scopes.Add(value.Scope);
            }
        }

        return scopes;
    }

    private static bool Passes(ValueMatcher[] tests, in FoundValue value, ReadOnlySpan<byte> json)
    {
        var text = value.Text(json);
        foreach (var test in tests)
        {
            if (test.Matches(value.Kind, text))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAbsent(int index)
    {
        var field = _clause.Fields[index].Field;
        foreach (var value in _found)
        {
            if (value.Field == field && IsConsistent(value.Scope, index))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsConsistent(ArrayScope? scope, int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (!ArrayScope.AreConsistent(scope, _chosen[index]))
            {
                return false;
            }
        }

        return true;
    }
}
