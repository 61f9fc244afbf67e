namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// Multiplies the <c>$or</c>s of a pattern out into plain conjunctions. A path that occurs twice in one conjunction has
/// the tests of its last occurrence, as in EventBridge.
/// </summary>
internal static class ClauseExpansion
{
    /// <summary>More conjunctions than this are refused. Source: EventBridge User Guide, "Event pattern considerations" on <c>$or</c>.</summary>
    public const int MostClauses = 1000;

    public static List<Dictionary<string, FieldTest>> Expand(EventPattern pattern)
    {
        List<Dictionary<string, FieldTest>> clauses = [new(StringComparer.Ordinal)];
        Expand(pattern.Root, clauses);
        return clauses;
    }

    /// <summary>How many conjunctions <paramref name="node"/> multiplies out to; stops counting beyond the limit.</summary>
    public static long Count(PatternNode node) => node switch
    {
        AllOf all => all.Members.Aggregate(1L, (product, member) => Math.Min(product * Count(member), MostClauses + 1)),
        AnyOf any => any.Alternatives.Aggregate(0L, (sum, alternative) => Math.Min(sum + Count(alternative), MostClauses + 1)),
        _ => 1,
    };

    private static void Expand(AllOf all, List<Dictionary<string, FieldTest>> clauses)
    {
        foreach (var member in all.Members)
        {
            switch (member)
            {
                case FieldTest field:
                    clauses.ForEach(clause => clause[field.Path] = field);
                    break;
                case AllOf nested:
                    Expand(nested, clauses);
                    break;
                case AnyOf any:
                    var before = clauses.ToArray();
                    clauses.Clear();
                    foreach (var alternative in any.Alternatives)
                    {
                        var branch = before.Select(clause => new Dictionary<string, FieldTest>(clause, StringComparer.Ordinal)).ToList();
                        Expand(alternative, branch);
                        clauses.AddRange(branch);
                    }

                    break;
                default:
                    throw new InvalidOperationException($"{member.GetType().Name} is no part of a pattern.");
            }
        }
    }
}
