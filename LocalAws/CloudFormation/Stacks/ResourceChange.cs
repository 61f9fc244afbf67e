namespace LocalAws.CloudFormation.Stacks;

/// <summary>What would become of a resource.</summary>
/// <param name="Action">Add, Modify or Remove.</param>
/// <param name="PhysicalId">Its id, if it is there.</param>
/// <param name="IsReplaced">Whether another resource takes its place.</param>
internal sealed record ResourceChange(string LogicalId, string Type, string Action, string? PhysicalId, bool IsReplaced);
