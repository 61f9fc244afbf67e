using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>Refuses resources that would wait for each other for ever.</summary>
internal static class WaitCycles
{
    /// <exception cref="DistributedApplicationException">Some resources wait for each other.</exception>
    internal static void Refuse(DistributedApplicationModel model)
    {
        HashSet<IResource> cleared = [];
        foreach (var resource in model.Resources)
        {
            Visit(resource, [], cleared);
        }
    }

    private static void Visit(IResource resource, List<IResource> path, HashSet<IResource> cleared)
    {
        if (cleared.Contains(resource))
        {
            return;
        }

        var start = path.IndexOf(resource);
        path.Add(resource);
        if (start >= 0)
        {
            throw new DistributedApplicationException(
                $"These resources wait for each other: {string.Join(" → ", path.Skip(start).Select(static r => r.Name))}.");
        }

        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            Visit(wait.Resource, path, cleared);
        }

        path.RemoveAt(path.Count - 1);
        cleared.Add(resource);
    }
}
