using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>For resources that look after themselves.</summary>
public static class CustomResourceExtensions
{
    /// <summary>Says how the resource begins.</summary>
    public static IResourceBuilder<TResource> WithInitialState<TResource>(this IResourceBuilder<TResource> builder, CustomResourceSnapshot initialSnapshot)
        where TResource : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ResourceSnapshotAnnotation(initialSnapshot), ResourceAnnotationMutationBehavior.Replace);
    }
}
