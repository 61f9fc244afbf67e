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
    private const string Prefix = "aws.events.";

    /// <summary>The variables that need no path.</summary>
    private static readonly string[] Predefined =
        [$"{Prefix}rule-arn", $"{Prefix}rule-name", $"{Prefix}event.ingestion-time", $"{Prefix}event", $"{Prefix}event.json"];

    /// <summary>The payload of a hand-over; null: the template gives none that is JSON.</summary>
    public static string? Payload(EventDelivery delivery)
    {
        var target = delivery.Target;
        if (target.Input is not null)
        {
            return target.Input;
        }

        var json = delivery.Envelope.Json;
        if (target is { InputPath: null or "$", InputTransformer: null })
        {
            return Encoding.UTF8.GetString(json.Span);
        }

        using var document = JsonDocument.Parse(json);
        return target.InputTransformer is { } transformer
            ? Fill(transformer, document.RootElement, delivery)
            : JsonPath.Find(document.RootElement, target.InputPath!)?.GetRawText() ?? "null";
    }

    /// <summary>A placeholder of the template that nothing defines, or null.</summary>
    public static string? FindUndefined(InputTransformer transformer) => Placeholder().Matches(transformer.Template)
        .Select(match => match.Groups[1].Value)
        .FirstOrDefault(name => !Predefined.Contains(name) && !transformer.Paths.ContainsKey(name));

    private static string? Fill(InputTransformer transformer, JsonElement root, EventDelivery delivery)
    {
        var template = transformer.Template;
        // Nothing but a variable stands for its value, and that is JSON.
        var isJson = template.AsSpan().TrimStart() is ['{' or '[', ..] || (Placeholder().Match(template) is { Success: true } only && only.Value == template.Trim());
        var filled = Placeholder().Replace(template, match =>
        {
            var name = match.Groups[1].Value;
            var value = transformer.Paths.TryGetValue(name, out var path)
                ? JsonPath.Find(root, path)?.GetRawText()
                : Define(name, root, delivery);
            return !isJson ? InText(value) : IsInString(template, match.Index) ? InString(value) : value ?? "\"\"";
        });
        return !isJson || IsJson(filled) ? filled : null;
    }

    private static string? Define(string name, JsonElement root, EventDelivery delivery) => name[Prefix.Length..] switch
    {
        "rule-arn" => Quote(delivery.Rule.Arn),
        "rule-name" => Quote(delivery.Rule.Name),
        "event.ingestion-time" => Quote(EventEnvelope.Show(delivery.Envelope.Accepted)),
        "event" => WithoutDetail(root),
        "event.json" => root.GetRawText(),
        _ => null,
    };

    private static string WithoutDetail(JsonElement root) =>
        $"{{{string.Join(',', root.EnumerateObject().Where(static member => member.Name != "detail").Select(static member => $"{Quote(member.Name)}:{member.Value.GetRawText()}"))}}}";

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

    /// <summary>A value inside of a JSON template's string. AWS escapes nothing: an object there gives no JSON.</summary>
    private static string InString(string? value) => value switch
    {
        null => "",
        ['"', .., '"'] => value[1..^1],
        _ => value,
    };

    /// <summary>A value in a template that is one text: an object loses its quotes, as in AWS.</summary>
    private static string InText(string? value) => value switch
    {
        null => "",
        ['"', .., '"'] => value[1..^1],
        _ => value.Replace("\"", "", StringComparison.Ordinal),
    };

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    [GeneratedRegex("<([^<>\\s]+)>")]
    private static partial Regex Placeholder();
}
