using System.Text.Json;

namespace Dashboard.Otlp;

/// <summary>
/// Finds the id for which a request in JSON cannot be read. To the parser ids are Base64, so that its own message speaks of that and names
/// no place.
/// </summary>
internal static class WrongId
{
    private const int TraceIdDigits = 32;
    private const int SpanIdDigits = 16;

    /// <summary>What is wrong with the first id that is none, and where; null if all are right or the text is no JSON.</summary>
    public static string? Find(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Find(document.RootElement, "");
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            // The latter for half a surrogate pair, which no text can be made of.
            return null;
        }
    }

    /// <summary>How many digits an id has, by its property's name.</summary>
    public static int Digits(string property) => IsOne(property, "traceId", "trace_id") ? TraceIdDigits : SpanIdDigits;

    private static string? Find(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Select(property => Check(property, path) ?? Find(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
            .FirstOrDefault(problem => problem is not null),
        JsonValueKind.Array => element.EnumerateArray()
            .Select((item, index) => Find(item, $"{path}[{index}]"))
            .FirstOrDefault(problem => problem is not null),
        _ => null,
    };

    private static string? Check(JsonProperty property, string path)
    {
        if (!IsOne(property.Name, "traceId", "trace_id", "spanId", "span_id", "parentSpanId", "parent_span_id")
            || property.Value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var id = property.Value.GetString()!;
        var digits = Digits(property.Name);
        return id.Length == 0 || (id.Length == digits && id.All(char.IsAsciiHexDigit))
            ? null
            : $"{(path.Length == 0 ? "" : path + ".")}{property.Name}: must be {digits} hexadecimal digits.";
    }

    private static bool IsOne(string name, params ReadOnlySpan<string> names) => names.Contains(name);
}
