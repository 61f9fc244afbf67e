using System.Collections.Immutable;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A stack as it is at one moment.</summary>
internal sealed record StackSnapshot(AwsScope Scope, string Name, string Id, Template Template, DateTimeOffset Created)
{
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public DateTimeOffset? Deleted { get; init; }

    /// <summary>The value of each parameter.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    public ImmutableArray<string> Capabilities { get; init; } = [];

    public bool DisableRollback { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>By logical id.</summary>
    public ImmutableSortedDictionary<string, StackResource> Resources { get; init; } =
        ImmutableSortedDictionary.Create<string, StackResource>(StringComparer.Ordinal);

    public ImmutableArray<StackOutput> Outputs { get; init; } = [];

    /// <summary>The exports of other stacks that its template takes values from.</summary>
    public ImmutableSortedSet<string> Imports { get; init; } = [];

    /// <summary>Whether it refuses to be deleted.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableList<StackEvent> Events { get; init; } = [];
}

/// <summary>An output's value.</summary>
internal sealed record StackOutput(string Key, string Value, string? Description, string? ExportName);

/// <summary>Something that happened to a stack or to one of its resources.</summary>
internal sealed record StackEvent(string Id, string LogicalId, string PhysicalId, string Type, string Status, string? Reason, DateTimeOffset Time);
