namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has to do with another.</summary>
/// <param name="ResourceName">The other.</param>
/// <param name="Type">How.</param>
public sealed record RelationshipSnapshot(string ResourceName, string Type);
