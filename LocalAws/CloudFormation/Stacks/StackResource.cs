using LocalAws.CloudFormation.Resources;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A resource of a stack.</summary>
/// <param name="Instance">What exists of it; null: nothing.</param>
internal sealed record StackResource(string LogicalId, string Type, ResourceInstance? Instance, string Status, string? Reason, DateTimeOffset Changed)
{
    /// <summary>Whether the resource outlives its stack.</summary>
    public bool Retained { get; init; }
}
