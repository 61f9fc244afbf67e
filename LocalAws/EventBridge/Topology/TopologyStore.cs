using System.Collections.Concurrent;

namespace LocalAws.EventBridge.Topology;

/// <summary>The EventBridge of every Region.</summary>
internal interface ITopologyStore
{
    /// <summary>The topology of a Region as it is now.</summary>
    EventTopology Current(string region);

    /// <summary>Applies one change, all of it or, if it throws, nothing of it, and returns what it gave beside the new topology.</summary>
    TResult Update<TResult>(string region, Func<EventTopology, (EventTopology Topology, TResult Result)> change);
}

/// <summary>Keeps it in memory.</summary>
internal sealed class TopologyStore(LocalAwsOptions options, TimeProvider clock) : ITopologyStore
{
    private readonly ConcurrentDictionary<string, EventTopology> _regions = new(StringComparer.Ordinal);
    private readonly Lock _changes = new();

    public EventTopology Current(string region) => _regions.GetOrAdd(region, Create);

    public TResult Update<TResult>(string region, Func<EventTopology, (EventTopology Topology, TResult Result)> change)
    {
        lock (_changes)
        {
            var (topology, result) = change(Current(region));
            _regions[region] = topology;
            return result;
        }
    }

    private EventTopology Create(string region) => EventTopology.Empty(options.AccountId, region, clock.GetUtcNow());
}
