using System.Text.Json;
using System.Text.Json.Serialization;
using SlowApi.Functions;

namespace SlowApi;

/// <summary>The JSON that SlowApi answers with.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SlowAnswer))]
[JsonSerializable(typeof(ServiceCard))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class SlowApiJson : JsonSerializerContext;
