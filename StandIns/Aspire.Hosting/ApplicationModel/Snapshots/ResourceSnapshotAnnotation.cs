namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a resource begins.</summary>
/// <param name="initialSnapshot">The first snapshot.</param>
public sealed class ResourceSnapshotAnnotation(CustomResourceSnapshot initialSnapshot) : IResourceAnnotation
{
    /// <summary>The first snapshot.</summary>
    public CustomResourceSnapshot InitialSnapshot { get; } = initialSnapshot;
}
