using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Cloud;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Scenarios.Reports;

namespace Dashboard.Api;

/// <summary>The API's JSON: camelCase, enumerations by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunCreated))]
[JsonSerializable(typeof(FinishRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(LiveRun))]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(FinishedRun))]
[JsonSerializable(typeof(IReadOnlyList<FinishedRun>))]
[JsonSerializable(typeof(TelemetryStats))]
[JsonSerializable(typeof(IReadOnlyList<ExportAccount>))]
[JsonSerializable(typeof(TraceDetail))]
[JsonSerializable(typeof(IReadOnlyList<TraceSummary>))]
[JsonSerializable(typeof(FlowControlRequest))]
[JsonSerializable(typeof(FlowControlState))]
[JsonSerializable(typeof(HashSet<string>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ApiJson : JsonSerializerContext;
