using System.Collections.Immutable;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.EventBridge.Topology;

/// <summary>A rule: which events of a bus go to which targets.</summary>
/// <param name="Pattern">The pattern as it was given.</param>
/// <param name="Compiled">The same, ready to match.</param>
internal sealed record Rule(string Name, string Arn, string Bus, string Pattern, CompiledPattern Compiled)
{
    /// <summary>A disabled rule matches nothing.</summary>
    public bool Enabled { get; init; } = true;

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    /// <summary>In the order in which they were added.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];
}
