using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>The ids of a resource's instances: one a replica, the same over restarts.</summary>
internal static class ResourceInstances
{
    /// <summary>The ids, or the name of a resource that nothing runs.</summary>
    internal static IReadOnlyList<string> GetInstanceIds(this IResource resource) =>
        resource.Annotations.OfType<InstancesAnnotation>().LastOrDefault()?.Ids ?? [resource.Name];

    /// <summary>Says which instances a resource has.</summary>
    internal static void SetInstances(this IResource resource, int count, Func<string> nextSuffix) =>
        resource.Annotations.Add(new InstancesAnnotation([.. Enumerable.Range(0, count).Select(_ => $"{resource.Name}-{nextSuffix()}")]));

    /// <summary>The part of an id behind the resource's name.</summary>
    internal static string SuffixOf(this IResource resource, string instanceId) =>
        instanceId.Length > resource.Name.Length ? instanceId[(resource.Name.Length + 1)..] : instanceId;

    private sealed record InstancesAnnotation(IReadOnlyList<string> Ids) : IResourceAnnotation;
}
