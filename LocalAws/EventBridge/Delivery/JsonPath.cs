using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LocalAws.EventBridge.Delivery;

/// <summary>The part of JSONPath that EventBridge reads: names, names in brackets, and places in arrays.</summary>
internal static partial class JsonPath
{
    /// <summary>Whether it is a path such as <c>$.detail.items[0].id</c>.</summary>
    public static bool IsValid(string path) => Path().IsMatch(path);

    /// <summary>The element at a path, or null.</summary>
    public static JsonElement? Find(JsonElement root, string path)
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

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>[0-9]{1,6})\]|\['(?<name>[^']+)'\]")]
    private static partial Regex Step();

    [GeneratedRegex(@"\A\$(\.[^.\[\]]+|\[[0-9]{1,6}\]|\['[^']+'\])*\z")]
    private static partial Regex Path();
}
