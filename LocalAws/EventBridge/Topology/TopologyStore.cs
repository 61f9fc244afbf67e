using System.Collections.Concurrent;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.EventBridge.Topology;

/// <summary>The EventBridge of every Region.</summary>
internal sealed class TopologyStore(TimeProvider clock, IStateLog log) : IStatePart
{
    private readonly ConcurrentDictionary<AwsScope, EventTopology> _scopes = [];
    private readonly Lock _changes = new();

    /// <summary>The topology as it is now.</summary>
    public EventTopology Current(AwsScope scope) => _scopes.TryGetValue(scope, out var topology) ? topology : Create(scope);

    /// <summary>Applies one change, all of it or, if it throws, nothing of it.</summary>
    /// <returns>The new topology.</returns>
    public EventTopology Update(AwsScope scope, Func<EventTopology, EventTopology> change)
    {
        lock (_changes)
        {
            var before = Current(scope);
            var topology = change(before);
            foreach (var difference in TopologyHistory.Between(before, topology))
            {
                log.Append(difference);
            }

            return _scopes[scope] = topology;
        }
    }

    public StatePartId Id => StatePartId.Events;

    public void Restore(ReadOnlySpan<byte> change)
    {
        var read = JsonChange.Read(change, TopologyChangeJson.Default.TopologyChange);
        _scopes[read.Scope] = Current(read.Scope).After(read);
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. _scopes.Values.SelectMany(static topology => TopologyHistory.Between(
                topology with { Buses = topology.Buses.Clear(), Connections = topology.Connections.Clear(), ApiDestinations = topology.ApiDestinations.Clear() },
                topology))];
        }
    }

    public void Clear()
    {
        lock (_changes)
        {
            _scopes.Clear();
        }
    }

    /// <summary>An account has its default bus from the start; nothing is written for it before it is changed.</summary>
    private EventTopology Create(AwsScope scope) => _scopes.GetOrAdd(scope, static (key, now) => EventTopology.Empty(key, now), clock.GetUtcNow());
}
