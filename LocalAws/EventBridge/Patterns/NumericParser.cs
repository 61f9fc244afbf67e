using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Reads the list of a <c>numeric</c> expression, such as <c>[">", 0, "&lt;=", 5]</c>.</summary>
internal static class NumericParser
{
    private const string TooMany = "Too many elements in numeric expression";

    public static ValueTest Parse(ref Utf8JsonReader reader, PatternSource source)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw source.Error("Value of numeric must be an array.", reader);
        }

        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            throw source.Error($"Invalid member in numeric match: {Spelling(reader)}", reader);
        }

        var relation = EscapedText.Read(reader);
        reader.Read();
        switch (relation)
        {
            case "=":
                RequireNumber(reader, source, "equals");
                var equal = OperatorParser.Number(ref reader);
                RequireComparable(reader, source);
                RequireEnd(ref reader, source, TooMany);
                return equal;
            case "<" or "<=":
                RequireNumber(reader, source, relation);
                var high = RequireComparable(reader, source);
                RequireEnd(ref reader, source, TooMany);
                return new ValueTest.Range(null, false, high, relation == "<=");
            case ">" or ">=":
                RequireNumber(reader, source, relation);
                var low = RequireComparable(reader, source);
                reader.Read();
                return reader.TokenType == JsonTokenType.EndArray
                    ? new ValueTest.Range(low, relation == ">=", null, false)
                    : ParseUpperBound(ref reader, source, low, relation == ">=");
            default:
                throw source.Error($"Unrecognized numeric range operator: {relation}", reader);
        }
    }

    private static ValueTest.Range ParseUpperBound(ref Utf8JsonReader reader, PatternSource source, ComparableNumber low, bool lowIncluded)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw source.Error($"Bad value in numeric range: {Spelling(reader)}", reader);
        }

        var relation = EscapedText.Read(reader);
        if (relation is not ("<" or "<="))
        {
            throw source.Error($"Bad numeric range operator: {relation}", reader);
        }

        reader.Read();
        RequireNumber(reader, source, relation);
        var high = RequireComparable(reader, source);
        RequireEnd(ref reader, source, "Too many terms in numeric range expression");
        return low.CompareTo(high) < 0
            ? new ValueTest.Range(low, lowIncluded, high, relation == "<=")
            : throw source.Error("Bottom must be less than top", reader);
    }

    private static void RequireNumber(in Utf8JsonReader reader, PatternSource source, string relation)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw source.Error($"Value of {relation} must be numeric", reader);
        }
    }

    private static ComparableNumber RequireComparable(in Utf8JsonReader reader, PatternSource source) =>
        ComparableNumber.Parse(reader.ValueSpan) ?? throw source.Error(ComparableNumber.Refusal(reader.ValueSpan), reader);

    private static void RequireEnd(ref Utf8JsonReader reader, PatternSource source, string otherwise)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw source.Error(otherwise, reader);
        }
    }

    private static string Spelling(in Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);
}
