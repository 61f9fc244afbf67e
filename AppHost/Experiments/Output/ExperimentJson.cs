using System.Text.Json;
using System.Text.Json.Serialization;

namespace AppHost.Experiments.Output;

/// <summary><c>report.json</c>: camelCase, indented, UTF-8.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(ExperimentResult))]
internal sealed partial class ExperimentJson : JsonSerializerContext;
