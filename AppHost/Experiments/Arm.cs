using Scenarios.Reports;

namespace AppHost.Experiments;

/// <summary>One way to set the system up in an experiment.</summary>
/// <param name="FlowControl">Whether events go through the queue.</param>
/// <param name="Settings">Settings that differ from the scenario's, by key.</param>
internal sealed record Arm(bool FlowControl, IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    /// <summary>What it is called: <c>flow control on, MaximumConcurrency 20</c>.</summary>
    public string Name { get; } = Join(FlowControl ? "on" : "off", Settings);

    /// <summary>What a run of it is called: of one in which flow control was turned, <c>flow control off → on at 0:32</c>.</summary>
    public string NameOf(RunReport? report) => report is { Flips.Count: > 0 } ? Join(RunWords.FlowControl(report), Settings) : Name;

    private static string Join(string flowControl, IEnumerable<KeyValuePair<string, string>> settings) => string.Join(
        ", ", settings.Select(setting => $"{setting.Key[(setting.Key.LastIndexOf(':') + 1)..]} {setting.Value}").Prepend($"flow control {flowControl}"));
}
