using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.EventBridge.Wire;

namespace LocalAws.CloudFormation.Resources;

/// <summary>
/// Properties that have the shape of a service's own request. Templates spell numbers as texts too; a member that is not known is
/// refused, as a property is.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<TargetEntry>))]
[JsonSerializable(typeof(IReadOnlyList<TagEntry>))]
[JsonSerializable(typeof(AuthParametersEntry))]
[JsonSerializable(typeof(DeadLetterConfigEntry))]
[JsonSerializable(typeof(LogConfigEntry))]
[JsonSerializable(typeof(SecretGeneration))]
internal sealed partial class ResourceJson : JsonSerializerContext
{
    /// <summary>Compact, and with letters as they are.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
