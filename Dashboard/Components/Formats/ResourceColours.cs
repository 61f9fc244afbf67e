using System.Collections.Concurrent;

namespace Dashboard.Components.Formats;

/// <summary>One colour for a resource, the same on every page: in the order in which they are first seen, so that neighbours differ.</summary>
internal sealed class ResourceColours
{
    /// <summary>How many colours there are: <c>--series-0</c> to <c>--series-11</c> of tokens.css.</summary>
    public const int Count = 12;

    /// <summary>Names beyond this many share what their name's hash picks: a sender with names without end must not fill memory.</summary>
    private const int MaximumNames = 1_000;

    private readonly ConcurrentDictionary<string, int> _assigned = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _assigning = new();

    /// <summary>The index of a resource's colour, from 0.</summary>
    public int IndexOf(string resource)
    {
        if (_assigned.TryGetValue(resource, out var known))
        {
            return known;
        }

        lock (_assigning)
        {
            return _assigned.Count < MaximumNames
                ? _assigned.GetOrAdd(resource, _assigned.Count % Count)
                : (int)((uint)StringComparer.OrdinalIgnoreCase.GetHashCode(resource) % Count);
        }
    }

    /// <summary>The css class that sets <c>--series</c> to it.</summary>
    public string ClassOf(string resource) => $"series-{IndexOf(resource)}";
}
