using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Embedded;

/// <summary>Reads <c>launchSettings.json</c>, comments and all.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(LaunchSettings))]
internal sealed partial class LaunchSettingsJson : JsonSerializerContext;
