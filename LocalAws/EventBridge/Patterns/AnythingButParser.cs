using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Reads the operand of <c>anything-but</c>: a value, a list of values, or one of a few operators on a string or a list of strings.</summary>
internal static class AnythingButParser
{
    public static ValueTest.AnythingBut Parse(ref Utf8JsonReader reader, PatternSource source)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new ValueTest.AnythingBut(ParseValues(ref reader, source));
        }

        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            throw source.Error("Anything-But expression name not found", reader);
        }

        var name = EscapedText.Read(reader);
        if (name is not ("equals-ignore-case" or "prefix" or "suffix" or "wildcard"))
        {
            throw source.Error($"Unsupported anything-but pattern: {name}", reader);
        }

        reader.Read();
        var excluded = ParseStrings(ref reader, source, name);
        OperatorParser.RequireEnd(ref reader, source);
        return new ValueTest.AnythingBut(excluded);
    }

    private static List<ValueTest> ParseValues(ref Utf8JsonReader reader, PatternSource source)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            return [ParseValue(ref reader, source)];
        }

        RequireList(reader, source);
        List<ValueTest> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(ParseValue(ref reader, source));
        }

        return values.Count > 0 && values.TrueForAll(value => value.GetType() == values[0].GetType())
            ? values
            : throw source.Error("Inside anything but list, either all values are number or string, mixed type is not supported", reader);
    }

    private static ValueTest ParseValue(ref Utf8JsonReader reader, PatternSource source)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new ValueTest.Text(EscapedText.Read(reader));
            case JsonTokenType.Number:
                return OperatorParser.Number(ref reader) is { Value: not null } number
                    ? number
                    : throw source.Error(ComparableNumber.Refusal(reader.ValueSpan), reader);
            default:
                throw source.Error("Inside anything but list, start|null|boolean is not supported.", reader);
        }
    }

    private static List<ValueTest> ParseStrings(ref Utf8JsonReader reader, PatternSource source, string name)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            return [ParseString(ref reader, source, name)];
        }

        RequireList(reader, source);
        List<ValueTest> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(ParseString(ref reader, source, name));
        }

        return values;
    }

    private static ValueTest ParseString(ref Utf8JsonReader reader, PatternSource source, string name)
    {
        var text = OperatorParser.RequireString(ref reader, source, name switch
        {
            "equals-ignore-case" => "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
            "wildcard" => "wildcard match pattern must be a string",
            _ => "prefix/suffix match pattern must be a string",
        });
        if (text.Length == 0 && name is ("prefix" or "suffix"))
        {
            throw source.Error("Null prefix/suffix not allowed", reader);
        }

        return name switch
        {
            "equals-ignore-case" => new ValueTest.EqualsIgnoreCase(text),
            "prefix" => new ValueTest.Prefix(text, IgnoreCase: false),
            "suffix" => new ValueTest.Suffix(text, IgnoreCase: false),
            _ => WildcardParser.Parse(text, reader, source),
        };
    }

    private static void RequireList(in Utf8JsonReader reader, PatternSource source)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw source.Error("Value of anything-but must be an array or single string/number value.", reader);
        }
    }
}
