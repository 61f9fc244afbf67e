namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has changed.</summary>
/// <param name="resource">The resource.</param>
/// <param name="resourceId">The instance of it.</param>
/// <param name="snapshot">How it stands now.</param>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The instance of it.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>How it stands now.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
