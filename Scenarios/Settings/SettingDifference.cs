using System.Text.Json;

namespace Scenarios.Settings;

/// <summary>A setting that two trees of settings have differently.</summary>
/// <param name="Name">Its configuration key, such as <c>SlowApi:FaultRate</c>.</param>
/// <param name="First">Its value in the first.</param>
/// <param name="Second">Its value in the second.</param>
public sealed record SettingDifference(string Name, string First, string Second)
{
    /// <summary>All differences, in the order of the settings.</summary>
    public static IReadOnlyList<SettingDifference> Between(SystemSettings first, SystemSettings second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (before, after) = (Values(first).ToArray(), Values(second).ToDictionary());
        return [.. before.Where(value => after[value.Key] != value.Value).Select(value => new SettingDifference(value.Key, value.Value, after[value.Key]))];
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(SystemSettings settings) =>
        Values("", JsonSerializer.SerializeToElement(settings, SettingsJson.Default.SystemSettings));

    private static IEnumerable<KeyValuePair<string, string>> Values(string path, JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Values(path.Length == 0 ? Capital(property.Name) : $"{path}:{Capital(property.Name)}", property.Value))
        : [new(path, element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText())];

    /// <summary>The JSON writes what the configuration calls <c>FaultRate</c> as <c>faultRate</c>.</summary>
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
