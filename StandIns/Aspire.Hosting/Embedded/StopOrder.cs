using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>
/// What stops before what. Whoever waited for a resource stops before it, always; whoever was told its address stops
/// before it as well, so that last words (telemetry above all) still find a listener. Addresses may go round in a
/// circle: then the resource that most others were told of stops last.
/// </summary>
internal sealed class StopOrder
{
    private readonly Dictionary<IResource, HashSet<IResource>> _before = [];

    /// <summary>Works out the order.</summary>
    /// <param name="resources">All resources.</param>
    /// <param name="uses">The resources whose addresses a resource was told.</param>
    internal StopOrder(IReadOnlyCollection<IResource> resources, Func<IResource, IEnumerable<IResource>> uses)
    {
        foreach (var resource in resources)
        {
            foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
            {
                Add(resource, wait.Resource);
            }
        }

        var told = resources
            .SelectMany(user => uses(user).Where(used => !ReferenceEquals(used, user)).Distinct().Select(used => (User: user, Used: used)))
            .GroupBy(static pair => pair.Used)
            .OrderByDescending(static users => users.Count());
        foreach (var (user, used) in told.SelectMany(static users => users))
        {
            if (!MustStopBefore(used, user))
            {
                Add(user, used);
            }
        }
    }

    /// <summary>The resources that must have stopped before one may.</summary>
    internal IReadOnlyCollection<IResource> Before(IResource resource) => _before.TryGetValue(resource, out var earlier) ? earlier : [];

    private void Add(IResource earlier, IResource later)
    {
        if (!_before.TryGetValue(later, out var known))
        {
            _before[later] = known = [];
        }

        known.Add(earlier);
    }

    private bool MustStopBefore(IResource earlier, IResource later) =>
        Before(later).Any(known => ReferenceEquals(known, earlier) || MustStopBefore(earlier, known));
}
