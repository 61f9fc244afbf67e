using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// What a target gets of an event: all of it, a part, a constant or a template filled in. Source: EventBridge User Guide,
/// "Input transformation".
/// </summary>
internal static partial class InputTemplate
{
    private const string Predefined = "aws.events.";

    /// <summary>The payload of a hand-over.</summary>
    public static string Payload(EventDelivery delivery)
    {
        var target = delivery.Target;
        if (target.Input is not null)
        {
            return target.Input;
        }

        var json = delivery.Envelope.Json;
        if (target is { InputPath: null, InputTransformer: null })
        {
            return Encoding.UTF8.GetString(json.Span);
        }

        using var document = JsonDocument.Parse(json);
        return target.InputTransformer is { } transformer
            ? Fill(transformer, document.RootElement, delivery)
            : Find(document.RootElement, target.InputPath!)?.GetRawText() ?? "null";
    }

    /// <summary>A placeholder of the template that nothing defines, or null.</summary>
    public static string? FindUndefined(InputTransformer transformer) => Placeholder().Matches(transformer.Template)
        .Select(match => match.Groups[1].Value)
        .FirstOrDefault(name => !name.StartsWith(Predefined, StringComparison.Ordinal) && !transformer.Paths.ContainsKey(name));

    private static string Fill(InputTransformer transformer, JsonElement root, EventDelivery delivery) => Placeholder().Replace(
        transformer.Template,
        match =>
        {
            var name = match.Groups[1].Value;
            var value = transformer.Paths.TryGetValue(name, out var path) ? Find(root, path)?.GetRawText() : Define(name, root, delivery);
            return IsInString(transformer.Template, match.Index) ? InString(value) : value ?? "\"\"";
        });

    private static string? Define(string name, JsonElement root, EventDelivery delivery) => name[Predefined.Length..] switch
    {
        "rule-arn" => Quote(delivery.Rule.Arn),
        "rule-name" => Quote(delivery.Rule.Name),
        "event.ingestion-time" => Quote(delivery.Envelope.Accepted.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        "event" or "event.json" => root.GetRawText(),
        _ => null,
    };

    /// <summary>Whether a place in a template is between the quotes of a JSON string.</summary>
    private static bool IsInString(string template, int place)
    {
        var quotes = 0;
        for (var index = 0; index < place; index++)
        {
            quotes += template[index] == '"' && (index == 0 || template[index - 1] != '\\') ? 1 : 0;
        }

        return quotes % 2 == 1;
    }

    /// <summary>A value inside of quotes: a string loses its own, anything else is escaped.</summary>
    private static string InString(string? value) => value switch
    {
        null => "",
        ['"', .., '"'] => value[1..^1],
        _ => Quote(value)[1..^1],
    };

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>The element at a path such as <c>$.detail.items[0].id</c>, or null.</summary>
    private static JsonElement? Find(JsonElement root, string path)
    {
        var element = root;
        foreach (Match step in Step().Matches(path))
        {
            if (step.Groups["index"] is { Success: true } index)
            {
                var number = int.Parse(index.Value, CultureInfo.InvariantCulture);
                if (element.ValueKind != JsonValueKind.Array || number >= element.GetArrayLength())
                {
                    return null;
                }

                element = element[number];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step.Groups["name"].Value, out element))
            {
                return null;
            }
        }

        return element;
    }

    [GeneratedRegex("<([^<>\\s]+)>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>[0-9]{1,6})\]|\['(?<name>[^']+)'\]")]
    private static partial Regex Step();
}
