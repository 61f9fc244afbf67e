using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>
/// A second reading of the pattern language, slow and plain: it flattens the event, tries every combination of values
/// with brute force, and knows nothing of the code that it checks.
/// </summary>
internal static class NaivePattern
{
    public static bool Matches(string pattern, string @event)
    {
        List<Leaf> leaves = [];
        var arrays = 0;
        Flatten(JsonNode.Parse(@event), "", [], leaves, ref arrays);
        return Clauses((JsonObject)JsonNode.Parse(pattern)!, "", [[]]).Any(clause => Holds([.. clause.OrderBy(field => field.Key, StringComparer.Ordinal)], leaves));
    }

    private static void Flatten(JsonNode? node, string path, Dictionary<int, int> place, List<Leaf> leaves, ref int arrays)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Flatten(value, path.Length == 0 ? name : $"{path}.{name}", place, leaves, ref arrays);
                }

                break;
            case JsonArray items:
                var array = arrays++;
                for (var index = 0; index < items.Count; index++)
                {
                    var inside = items[index] is JsonObject or JsonArray ? new Dictionary<int, int>(place) { [array] = index } : place;
                    Flatten(items[index], path, inside, leaves, ref arrays);
                }

                break;
            default:
                leaves.Add(new Leaf(path, node, place));
                break;
        }
    }

    private static List<Dictionary<string, JsonArray>> Clauses(JsonObject pattern, string path, List<Dictionary<string, JsonArray>> before)
    {
        foreach (var (name, value) in pattern)
        {
            var fieldPath = path.Length == 0 ? name : $"{path}.{name}";
            before = (name, value) switch
            {
                ("$or", JsonArray alternatives) => [.. alternatives.SelectMany(alternative => Clauses((JsonObject)alternative!, path, before))],
                (_, JsonObject nested) => Clauses(nested, fieldPath, before),
                _ => [.. before.Select(clause => new Dictionary<string, JsonArray>(clause) { [fieldPath] = (JsonArray)value! })],
            };
        }

        return before;
    }

    private static bool Holds(KeyValuePair<string, JsonArray>[] clause, List<Leaf> leaves) => Choose(clause, 0, [], leaves);

    private static bool Choose(KeyValuePair<string, JsonArray>[] clause, int next, List<Leaf> chosen, List<Leaf> leaves)
    {
        if (next == clause.Length)
        {
            return true;
        }

        var (path, tests) = clause[next];
        var possible = leaves.Where(leaf => leaf.Path == path && chosen.TrueForAll(leaf.FitsWith)).ToList();
        if (possible.Where(leaf => tests.Any(test => Passes(test, leaf.Value))).Any(leaf => Choose(clause, next + 1, [.. chosen, leaf], leaves)))
        {
            return true;
        }

        return possible.Count == 0 && tests.Any(IsAbsence) && Choose(clause, next + 1, chosen, leaves);
    }

    private static bool IsAbsence(JsonNode? test) => test is JsonObject operation && operation["exists"]?.GetValueKind() == JsonValueKind.False;

    private static bool Passes(JsonNode? test, JsonNode? value)
    {
        if (test is not JsonObject operation)
        {
            return Same(test, value);
        }

        var (name, operand) = operation.First();
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        return name switch
        {
            "exists" => operand!.GetValue<bool>(),
            "prefix" when operand is JsonObject inner => text?.StartsWith(inner.First().Value!.GetValue<string>(), StringComparison.OrdinalIgnoreCase) == true,
            "suffix" when operand is JsonObject inner => text?.EndsWith(inner.First().Value!.GetValue<string>(), StringComparison.OrdinalIgnoreCase) == true,
            "prefix" => text?.StartsWith(operand!.GetValue<string>(), StringComparison.Ordinal) == true,
            "suffix" => text?.EndsWith(operand!.GetValue<string>(), StringComparison.Ordinal) == true,
            "equals-ignore-case" => string.Equals(text, operand!.GetValue<string>(), StringComparison.OrdinalIgnoreCase),
            "wildcard" => text is not null && Regex.IsMatch(text, $"^{Regex.Escape(operand!.GetValue<string>()).Replace("\\*", ".*", StringComparison.Ordinal)}\\z"),
            "numeric" => value?.GetValueKind() == JsonValueKind.Number && InRange((JsonArray)operand!, Number(value)),
            "anything-but" => !Excluded(operand!).Any(excluded => Passes(excluded, value)),
            _ => throw new InvalidOperationException(name),
        };
    }

    private static IEnumerable<JsonNode?> Excluded(JsonNode operand) => operand switch
    {
        JsonArray values => values,
        JsonObject operation when operation.First() is { Value: JsonArray many } pair => many.Select(each => (JsonNode?)new JsonObject { [pair.Key] = each!.DeepClone() }),
        _ => [operand],
    };

    private static bool Same(JsonNode? test, JsonNode? value) => (test?.GetValueKind(), value?.GetValueKind()) switch
    {
        (null, null) => true,
        (JsonValueKind.Number, JsonValueKind.Number) => Number(test!) == Number(value!),
        (JsonValueKind.String, JsonValueKind.String) => test!.GetValue<string>() == value!.GetValue<string>(),
        var (one, other) => one == other && one is JsonValueKind.True or JsonValueKind.False && one == other,
    };

    private static bool InRange(JsonArray bounds, decimal value)
    {
        for (var index = 0; index < bounds.Count; index += 2)
        {
            var bound = Number(bounds[index + 1]!);
            if (!(bounds[index]!.GetValue<string>() switch { "<" => value < bound, "<=" => value <= bound, ">" => value > bound, ">=" => value >= bound, _ => value == bound }))
            {
                return false;
            }
        }

        return true;
    }

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private sealed record Leaf(string Path, JsonNode? Value, Dictionary<int, int> Place)
    {
        public bool FitsWith(Leaf other) => Place.All(mine => !other.Place.TryGetValue(mine.Key, out var theirs) || theirs == mine.Value);
    }
}
