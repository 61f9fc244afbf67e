using System.Text.Json;
using System.Text.Json.Serialization;
using LoadGenerator.Runs;

namespace LoadGenerator.Api;

/// <summary>The JSON that goes in and out.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StartRun))]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(Description))]
internal sealed partial class RunJson : JsonSerializerContext;
