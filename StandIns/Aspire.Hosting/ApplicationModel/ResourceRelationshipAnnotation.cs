namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has to do with another.</summary>
/// <param name="resource">The other.</param>
/// <param name="type">How: <c>Parent</c>, <c>Reference</c>, <c>WaitFor</c>.</param>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    /// <summary>The other.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>How.</summary>
    public string Type { get; } = type;
}
