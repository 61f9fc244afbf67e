using System.Text.Json;
using System.Text.Json.Serialization;
using Scenarios.Reports;

namespace AppHost.Run;

/// <summary>Asks the dashboard to begin a run.</summary>
internal sealed record BeginRun(string Scenario, bool FlowControl, double Speed, int Seed);

/// <summary>The dashboard's answer.</summary>
internal sealed record BegunRun(string Id);

/// <summary>A run that the dashboard keeps.</summary>
internal sealed record KeptRun(RunReport Report);

/// <summary>Asks the dashboard to close the run.</summary>
internal sealed record FinishRun(bool Drained, LoadSummary? Load);

/// <summary>Asks the load generator to play.</summary>
internal sealed record PlayScenario(string Scenario);

/// <summary>The JSON that the app host exchanges with the dashboard and the load generator.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BeginRun))]
[JsonSerializable(typeof(BegunRun))]
[JsonSerializable(typeof(KeptRun))]
[JsonSerializable(typeof(FinishRun))]
[JsonSerializable(typeof(PlayScenario))]
[JsonSerializable(typeof(LoadRun))]
[JsonSerializable(typeof(LiveRun))]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class RunJson : JsonSerializerContext;
