using System.Text.Json.Serialization;

namespace LoadGenerator.Runs;

/// <summary>Where a run stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>Users arrive, or are still under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Every planned user arrived or was skipped, and none is under way.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>It was stopped before its end.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>It was ended because its first requests all failed to connect; only where somebody waits for it.</summary>
    [JsonStringEnumMemberName("unreachable")]
    Unreachable,

    /// <summary>The player itself failed, which is a defect.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
