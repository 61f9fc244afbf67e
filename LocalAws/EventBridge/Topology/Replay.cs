using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

/// <summary>One run of archived events through the rules of their bus.</summary>
/// <param name="Archive">The archive's name.</param>
/// <param name="From">The oldest event, by the time at which it was put.</param>
/// <param name="To">The end of the range.</param>
internal sealed record Replay(
    string Name, string Arn, string Archive, string ArchiveArn, string DestinationArn, DateTimeOffset From, DateTimeOffset To, DateTimeOffset Started)
{
    public string? Description { get; init; }

    /// <summary>Only these rules get the events; empty: all of the bus.</summary>
    public ImmutableArray<string> FilterArns { get; init; } = [];

    public ReplayState State { get; init; } = ReplayState.Starting;

    /// <summary>The time of the last event that was replayed.</summary>
    public DateTimeOffset? LastReplayed { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether it counts against the limit of replays at a time.</summary>
    [JsonIgnore]
    public bool IsActive => State is ReplayState.Starting or ReplayState.Running or ReplayState.Cancelling;
}

/// <summary>How far a replay is.</summary>
internal enum ReplayState
{
    Starting,
    Running,
    Cancelling,
    Completed,
    Cancelled,
    Failed,
}
