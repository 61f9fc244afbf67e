using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LocalAws.CloudFormation.Templates;

namespace LocalAws.CloudFormation.Resources;

/// <summary>The evaluated properties of a resource. Scalars are loosely typed in templates: 150 and "150" are the same.</summary>
internal sealed class ResourceProperties(JsonObject members)
{
    public string? Text(string name) => members[name] switch
    {
        null => null,
        JsonValue value => TemplateParser.Scalar(value),
        _ => throw Fault(name, "expected type: String, found: an object or an array"),
    };

    public string RequireText(string name) => Text(name) ?? throw Fault(name, "required key not found");

    public int? Number(string name) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Fault(name, "expected type: Integer, found: String"),
    };

    /// <summary>A JSON document, given as an object or as text.</summary>
    public string? Json(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        var document => document.ToJsonString(ResourceJson.Relaxed),
    };

    /// <summary>The property, or nothing, as one of our own types.</summary>
    public T? Read<T>(string name, JsonTypeInfo<T> type)
    {
        try
        {
            return members[name].Deserialize(type);
        }
        catch (JsonException malformed)
        {
            throw Fault(name, $"malformed{(malformed.Path is { Length: > 1 } path ? $" at {path}" : "")}");
        }
    }

    public IReadOnlyList<string> Texts(string name) => members[name] switch
    {
        null => [],
        JsonArray items => [.. items.Select(item => item is JsonValue value ? TemplateParser.Scalar(value) : throw Fault(name, "expected strings"))],
        _ => throw Fault(name, "expected type: JSONArray"),
    };

    /// <summary>Tags, be they a list of Key and Value or a map.</summary>
    public IReadOnlyDictionary<string, string> Tags(string name = "Tags") => members[name] switch
    {
        JsonArray list => list.OfType<JsonObject>().ToDictionary(static tag => $"{tag["Key"]}", static tag => $"{tag["Value"]}"),
        JsonObject map => map.ToDictionary(static tag => tag.Key, static tag => $"{tag.Value}"),
        _ => new Dictionary<string, string>(),
    };

    private static Protocol.AwsException Fault(string name, string fault) => TemplateErrors.Validation($"Model validation failed (#/{name}: {fault})");
}
