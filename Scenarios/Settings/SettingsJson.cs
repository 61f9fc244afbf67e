using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scenarios.Settings;

/// <summary>The JSON of <c>/settings</c>.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SettingsView))]
[JsonSerializable(typeof(SystemSettings))]
public sealed partial class SettingsJson : JsonSerializerContext;
