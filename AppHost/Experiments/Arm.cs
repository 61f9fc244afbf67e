namespace AppHost.Experiments;

/// <summary>One way to set the system up in an experiment.</summary>
/// <param name="FlowControl">Whether events go through the queue.</param>
/// <param name="Settings">Settings that differ from the scenario's, by key.</param>
internal sealed record Arm(bool FlowControl, IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    /// <summary>What it is called: <c>flow control on, MaximumConcurrency 20</c>.</summary>
    public string Name { get; } = string.Join(
        ", ",
        Settings.Select(setting => $"{setting.Key[(setting.Key.LastIndexOf(':') + 1)..]} {setting.Value}")
            .Prepend(FlowControl ? "flow control on" : "flow control off"));
}
