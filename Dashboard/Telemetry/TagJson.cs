using System.Text.Json;

namespace Dashboard.Telemetry;

/// <summary>Attributes as the store has them: one JSON object.</summary>
internal static class TagJson
{
    /// <summary>Writes them; null if there are none.</summary>
    public static string? Write(IReadOnlyList<Tag> tags)
    {
        if (tags.Count == 0)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, tags);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes them as an object.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Tag> tags)
    {
        json.WriteStartObject();
        foreach (var tag in tags)
        {
            json.WritePropertyName(tag.Key);
            switch (tag.Value)
            {
                case null: json.WriteNullValue(); break;
                case bool value: json.WriteBooleanValue(value); break;
                case long value: json.WriteNumberValue(value); break;
                case double value when double.IsFinite(value): WriteDouble(json, value); break;
                case double value: json.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture)); break;
                default: json.WriteStringValue(tag.Value.ToString()); break;
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Reads an object; what is nested comes as JSON text.</summary>
    public static IReadOnlyList<Tag> Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>Reads an object; what is nested comes as JSON text.</summary>
    public static IReadOnlyList<Tag> Read(JsonElement json) =>
        [.. json.EnumerateObject().Select(property => new Tag(property.Name, Value(property.Value)))];

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 && value.TryGetInt64(out var number) => number,
        JsonValueKind.Number => value.GetDouble(),
        _ => value.GetRawText(),
    };

    /// <summary>A whole number keeps its decimal, so that it comes back as a double.</summary>
    private static void WriteDouble(Utf8JsonWriter json, double value)
    {
        var text = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
    }
}
