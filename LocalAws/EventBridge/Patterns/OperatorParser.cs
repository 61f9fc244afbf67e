using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>Reads one match expression, such as <c>{"prefix": "eu-"}</c>. The reader stands on its opening brace.</summary>
internal static class OperatorParser
{
    private const string OnlyOneKey = "Only one key allowed in match expression";

    public static ValueTest Parse(ref Utf8JsonReader reader, PatternSource source)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            throw source.Error("Match expression name not found", reader);
        }

        var name = EscapedText.Read(reader);
        reader.Read();
        var test = name switch
        {
            "exactly" => new ValueTest.Text(RequireString(ref reader, source, "exact match pattern must be a string")),
            "prefix" => ParseAffix(ref reader, source, name),
            "suffix" => ParseAffix(ref reader, source, name),
            "equals-ignore-case" => new ValueTest.EqualsIgnoreCase(
                RequireString(ref reader, source, "equals-ignore-case match pattern must be a string")),
            "wildcard" => WildcardParser.Parse(RequireString(ref reader, source, "wildcard match pattern must be a string"), reader, source),
            "numeric" => NumericParser.Parse(ref reader, source),
            "cidr" => ParseNetwork(ref reader, source),
            "exists" => ParseExists(ref reader, source),
            "anything-but" => AnythingButParser.Parse(ref reader, source),
            _ => throw source.Error($"Unrecognized match type {name}", reader),
        };
        RequireEnd(ref reader, source, name is "numeric" or "anything-but" ? "Too many elements in numeric expression" : OnlyOneKey);
        return test;
    }

    /// <summary>The number that the reader stands on.</summary>
    public static ValueTest.Number Number(ref Utf8JsonReader reader) =>
        new(Encoding.UTF8.GetString(reader.ValueSpan), ComparableNumber.Parse(reader.ValueSpan));

    public static string RequireString(ref Utf8JsonReader reader, PatternSource source, string otherwise) =>
        reader.TokenType == JsonTokenType.String ? EscapedText.Read(reader) : throw source.Error(otherwise, reader);

    public static void RequireEnd(ref Utf8JsonReader reader, PatternSource source, string otherwise = OnlyOneKey)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndObject)
        {
            throw source.Error(otherwise, reader);
        }
    }

    private static ValueTest ParseAffix(ref Utf8JsonReader reader, PatternSource source, string name)
    {
        var ignoreCase = reader.TokenType == JsonTokenType.StartObject;
        if (ignoreCase)
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                throw source.Error($"{(name == "prefix" ? "Prefix" : "Suffix")} expression name not found", reader);
            }

            if (EscapedText.Read(reader) is var inner && inner != "equals-ignore-case")
            {
                throw source.Error($"Unsupported {name} pattern: {inner}", reader);
            }

            reader.Read();
        }

        var text = RequireString(ref reader, source, $"{(ignoreCase ? "equals-ignore-case" : name)} match pattern must be a string");
        if (ignoreCase)
        {
            RequireEnd(ref reader, source);
        }

        return name == "prefix" ? new ValueTest.Prefix(text, ignoreCase) : new ValueTest.Suffix(text, ignoreCase);
    }

    private static ValueTest.Network ParseNetwork(ref Utf8JsonReader reader, PatternSource source)
    {
        // AWS's own text says prefix here.
        var text = RequireString(ref reader, source, "prefix match pattern must be a string");
        try
        {
            return new ValueTest.Network(IpRange.Network(text));
        }
        catch (FormatException malformed)
        {
            throw source.Error(malformed.Message, reader);
        }
    }

    private static ValueTest ParseExists(ref Utf8JsonReader reader, PatternSource source) => reader.TokenType switch
    {
        JsonTokenType.True => new ValueTest.Exists(),
        JsonTokenType.False => new ValueTest.Absent(),
        _ => throw source.Error("exists match pattern must be either true or false.", reader),
    };
}
