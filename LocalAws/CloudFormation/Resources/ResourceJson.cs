using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.EventBridge.Wire;

namespace LocalAws.CloudFormation.Resources;

/// <summary>Properties that have the shape of a service's own request. Templates spell numbers as texts too.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(IReadOnlyList<TargetEntry>))]
[JsonSerializable(typeof(IReadOnlyList<TagEntry>))]
[JsonSerializable(typeof(AuthParametersEntry))]
[JsonSerializable(typeof(DeadLetterConfigEntry))]
internal sealed partial class ResourceJson : JsonSerializerContext
{
    /// <summary>Compact, and with letters as they are.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
