using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge;

/// <summary>Serialization of what EventBridge reads and writes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MatchResult))]
internal sealed partial class EventBridgeJson : JsonSerializerContext;
