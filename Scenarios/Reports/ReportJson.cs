using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scenarios.Reports;

/// <summary>The report's JSON: camelCase, indented, UTF-8.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(RunReport))]
public sealed partial class ReportJson : JsonSerializerContext;
