using System.Collections.Concurrent;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry;

/// <summary>Every process that has sent something, under a number; one entry for each that describes itself the same way.</summary>
internal sealed class ResourceTable : IResourceQueries, IResourceLookup
{
    /// <summary>A sender that invents resources without end gets no more; the rest counts as one.</summary>
    private const int Maximum = 10_000;

    /// <summary>Characters of all descriptions: for ten thousand resources of some thousand each.</summary>
    private const long MaximumCharacters = 16_000_000;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Resource> _byDescription = new(StringComparer.Ordinal);
    private volatile Resource[] _byId = [];
    private long _characters;

    /// <summary>How many there are; their numbers are 0 to one less.</summary>
    public int Count => _byId.Length;

    /// <inheritdoc />
    public Resource this[int id] => _byId[id];

    /// <inheritdoc />
    public IReadOnlyList<Resource> List() => [.. _byId.OrderBy(resource => resource.Key.Service, StringComparer.Ordinal)
        .ThenBy(resource => resource.Key.Instance, StringComparer.Ordinal)];

    /// <inheritdoc />
    public IReadOnlyList<int> IdsOf(string service) => [.. _byId.Where(resource => resource.Key.Service == service).Select(resource => resource.Id)];

    /// <summary>The resource of a canonical description, made if it is new.</summary>
    public Resource Intern(string canonical, Func<Resource> make)
    {
        if (_byDescription.TryGetValue(canonical, out var known))
        {
            return known;
        }

        lock (_lock)
        {
            return _byDescription.TryGetValue(canonical, out known) ? known
                : _byId.Length < Maximum && _characters + canonical.Length <= MaximumCharacters ? Add(canonical, make())
                : _byDescription.TryGetValue("", out known) ? known
                : Add("", new(new("too many resources", ""), ResourceClock.Real, []));
        }
    }

    private Resource Add(string canonical, Resource resource)
    {
        resource = resource with { Id = _byId.Length };
        _characters += canonical.Length;
        _byId = [.. _byId, resource];
        _byDescription[canonical] = resource;
        return resource;
    }
}
