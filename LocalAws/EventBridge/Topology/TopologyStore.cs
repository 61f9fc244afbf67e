using System.Collections.Concurrent;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.EventBridge.Topology;

/// <summary>The EventBridge of every Region.</summary>
internal sealed class TopologyStore(TimeProvider clock, IStateLog log)
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
            var topology = change(Current(scope));
            log.Append(new TopologyChange(topology));
            return _scopes[scope] = topology;
        }
    }

    /// <summary>An account has its default bus from the start; nothing is written for it before it is changed.</summary>
    private EventTopology Create(AwsScope scope) => _scopes.GetOrAdd(scope, static (key, now) => EventTopology.Empty(key, now), clock.GetUtcNow());
}
