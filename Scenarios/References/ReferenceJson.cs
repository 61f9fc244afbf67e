using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scenarios.References;

/// <summary>The curves' JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReferenceCurves))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
