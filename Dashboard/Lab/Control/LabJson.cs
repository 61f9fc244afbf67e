using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Lab.Control;

/// <summary>The JSON that is exchanged with the lab's services.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LoadOrder))]
[JsonSerializable(typeof(LoadView))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class LabJson : JsonSerializerContext;
