using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>Finds the resources that a value speaks of.</summary>
internal static class References
{
    /// <summary>The resources, some of them several times.</summary>
    internal static IEnumerable<IResource> Of(object? value) => value switch
    {
        IResourceBuilder<IResource> builder => [builder.Resource],
        IValueWithReferences references => references.References.SelectMany(Of),
        IResource resource => [resource],
        _ => [],
    };
}
