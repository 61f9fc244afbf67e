namespace LocalAws.EventBridge.Patterns;

/// <summary>An event pattern ready to be matched against events.</summary>
internal sealed class CompiledPattern
{
    private readonly PathNode _paths = new();
    private readonly Clause[] _clauses;

    private CompiledPattern(EventPattern pattern)
    {
        var fields = new Dictionary<string, int>(StringComparer.Ordinal);
        _clauses = [.. ClauseExpansion.Expand(pattern).Select(clause => Compile(clause, fields))];
        foreach (var (path, field) in fields)
        {
            _paths.Add(path, field);
        }
    }

    public static CompiledPattern Compile(EventPattern pattern) => new(pattern);

    /// <summary>Does the event match?</summary>
    /// <exception cref="System.Text.Json.JsonException">The event is not JSON.</exception>
    /// <exception cref="InvalidEventException">The event is no JSON object.</exception>
    public bool Matches(ReadOnlySpan<byte> json)
    {
        var scan = EventScan.Of(json, _paths);
        foreach (var clause in _clauses)
        {
            if (ClauseSearch.Holds(clause, scan.Found, json))
            {
                return true;
            }
        }

        return false;
    }

    private static Clause Compile(Dictionary<string, IReadOnlyList<ValueTest>> clause, Dictionary<string, int> fields) =>
        new([.. clause.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => Compile(field.Value, Number(field.Key, fields)))]);

    private static ClauseField Compile(IReadOnlyList<ValueTest> tests, int field) => new(
        field,
        [.. tests.Where(test => test is not ValueTest.Absent).Select(ValueMatcher.Of)],
        tests.Any(test => test is ValueTest.Absent));

    private static int Number(string path, Dictionary<string, int> fields)
    {
        if (!fields.TryGetValue(path, out var field))
        {
            fields[path] = field = fields.Count;
        }

        return field;
    }
}
