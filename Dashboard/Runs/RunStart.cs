using System.Text.Json.Serialization;
using Scenarios.Settings;

namespace Dashboard.Runs;

/// <summary>A run as it was announced.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">The scenario played.</param>
/// <param name="FlowControl">Whether events went through the queue when it began.</param>
/// <param name="Speed">Simulated seconds a real second.</param>
/// <param name="Seed">The seed.</param>
/// <param name="StartedAt">When it began, real time.</param>
internal sealed record RunStart(string Id, string Scenario, bool FlowControl, double Speed, int Seed, DateTimeOffset StartedAt)
{
    /// <summary>Whether the dashboard's page began it; then the dashboard finishes it.</summary>
    public bool IsOurs { get; init; }

    /// <summary>When the dashboard was away and came back to it.</summary>
    public IReadOnlyList<RunAbsence> Absences { get; init; } = [];

    /// <summary>How flow control was turned since.</summary>
    public IReadOnlyList<RunFlip> Flips { get; init; } = [];

    /// <summary>The settings of the system when they were first seen in it; null: not seen yet.</summary>
    public SystemSettings? Settings { get; init; }

    /// <summary>How they were changed since.</summary>
    public IReadOnlyList<RunSettingChange> SettingChanges { get; init; } = [];

    /// <summary>The settings as they were last seen.</summary>
    [JsonIgnore]
    public SystemSettings? LatestSettings { get; init; }

    /// <summary>Which way events take now.</summary>
    [JsonIgnore]
    public bool IsFlowControlOn => Flips is [.., var last] ? last.Enabled : FlowControl;

    /// <summary>The same run, after its settings were seen.</summary>
    public RunStart Knowing(RunSettings seen) => LatestSettings is not { } known
        ? this with { Settings = seen.Settings, LatestSettings = seen.Settings }
        : this with
        {
            LatestSettings = seen.Settings,
            SettingChanges = [.. SettingChanges, .. SettingDifference.Between(known, seen.Settings).Select(difference => new RunSettingChange(difference, seen.At))],
        };

    /// <summary>The simulated seconds since it began of a real time.</summary>
    public double SecondsOf(DateTimeOffset time) => Math.Max(0, (time - StartedAt).TotalSeconds * Speed);

    /// <summary>The simulated minute of a real time, from 0.</summary>
    public int MinuteOf(DateTimeOffset time) => (int)Math.Max(0, (time - StartedAt).TotalMinutes * Speed);
}
