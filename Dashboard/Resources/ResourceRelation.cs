namespace Dashboard.Resources;

/// <summary>What a resource has to do with another.</summary>
/// <param name="ResourceName">The other's display name.</param>
/// <param name="Type">Reference, WaitFor, Parent, …</param>
public sealed record ResourceRelation(string ResourceName, string Type);
