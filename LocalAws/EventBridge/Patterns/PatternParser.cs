using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Turns the JSON of an event pattern into an <see cref="EventPattern"/>. Source: Amazon EventBridge User Guide, "Event patterns".</summary>
internal static class PatternParser
{
    /// <summary>As deep as the JSON reader of AWS's matcher goes.</summary>
    public const int MaximumDepth = 1000;

    private const string Or = "$or";

    /// <summary>Names that stay reserved for operators, so that a misplaced operator inside <c>$or</c> is no field.</summary>
    private static readonly HashSet<string> ReservedInOr =
    [
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr",
        "=", "<", "<=", ">", ">=",
        "regex", "not-wildcard", "not-equals-ignore-case",
        "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
        "ip-address-in-range", "ip-address-not-in-range",
    ];

    /// <exception cref="InvalidPatternException">The text is no event pattern.</exception>
    public static EventPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = new PatternSource(text);
        var reader = new Utf8JsonReader(source.Bytes, new JsonReaderOptions { MaxDepth = MaximumDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw source.Error("Filter is not an object", reader);
            }

            var root = ParseObject(ref reader, source, path: null, insideOr: false);
            while (reader.Read())
            {
                // Only white space may follow; anything else throws.
            }

            return ClauseExpansion.Count(root) <= ClauseExpansion.MostClauses
                ? new EventPattern(root)
                : throw source.Error($"{Or} results in more than {ClauseExpansion.MostClauses} rule combinations", reader);
        }
        catch (JsonException malformed)
        {
            throw source.Error(malformed);
        }
    }

    private static AllOf ParseObject(ref Utf8JsonReader reader, PatternSource source, string? path, bool insideOr)
    {
        List<PatternNode> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = EscapedText.Read(reader);
            if (name == Or)
            {
                members.Add(ParseOr(ref reader, source, path));
                continue;
            }

            if (insideOr && ReservedInOr.Contains(name))
            {
                throw source.Error($"{name} is Ruler reserved fieldName which cannot be used inside {Or}.", reader);
            }

            var fieldPath = path is null ? name : $"{path}.{name}";
            reader.Read();
            members.Add(reader.TokenType switch
            {
                JsonTokenType.StartObject => ParseObject(ref reader, source, fieldPath, insideOr),
                JsonTokenType.StartArray => ParseField(ref reader, source, fieldPath),
                _ => throw source.Error($"\"{name}\" must be an object or an array", reader),
            });
        }

        return members.Count > 0 ? new AllOf(members) : throw source.Error("Empty objects are not allowed", reader);
    }

    private static AnyOf ParseOr(ref Utf8JsonReader reader, PatternSource source, string? path)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw source.Error($"It must be an Array followed with {Or}.", reader);
        }

        List<AllOf> alternatives = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            alternatives.Add(reader.TokenType == JsonTokenType.StartObject
                ? ParseObject(ref reader, source, path, insideOr: true)
                : throw source.Error($"Only JSON object is allowed in array of {Or} relationship.", reader));
        }

        return alternatives.Count >= 2
            ? new AnyOf(alternatives)
            : throw source.Error($"There must have at least 2 Objects in {Or} relationship.", reader);
    }

    private static FieldTest ParseField(ref Utf8JsonReader reader, PatternSource source, string path)
    {
        var start = (int)reader.TokenStartIndex;
        List<ValueTest> tests = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            tests.Add(reader.TokenType == JsonTokenType.StartObject
                ? OperatorParser.Parse(ref reader, source)
                : ParseValue(ref reader, source));
        }

        return tests.Count > 0
            ? new FieldTest(path, tests, Encoding.UTF8.GetString(source.Bytes.AsSpan(start..(int)reader.BytesConsumed)))
            : throw source.Error("Empty arrays are not allowed", reader);
    }

    private static ValueTest ParseValue(ref Utf8JsonReader reader, PatternSource source)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                var text = EscapedText.Read(reader);
                return IpRange.Single(text) is { } address ? new ValueTest.Address(address) : new ValueTest.Text(text);
            case JsonTokenType.Number:
                return OperatorParser.Number(ref reader);
            case JsonTokenType.Null:
                return new ValueTest.Literal("null");
            case JsonTokenType.True:
                return new ValueTest.Literal("true");
            case JsonTokenType.False:
                return new ValueTest.Literal("false");
            default:
                throw source.Error("Match value must be String, number, true, false, or null", reader);
        }
    }
}
