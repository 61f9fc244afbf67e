using System.Collections.Concurrent;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.EventBridge.Topology;

/// <summary>The EventBridge of every Region.</summary>
internal sealed class TopologyStore(TimeProvider clock, IStateLog log) : IStatePart
{
    private readonly ConcurrentDictionary<AwsScope, EventTopology> _scopes = [];
    private readonly Lock _changes = new();

    /// <summary>Raised with each new topology, in the order of the changes; whoever listens must be quick.</summary>
    public event Action<EventTopology>? Changed;

    public StatePartId Id => StatePartId.Events;

    /// <summary>Every topology that is not as an account has it from the start.</summary>
    public IEnumerable<EventTopology> All => _scopes.Values;

    /// <summary>The topology as it is now.</summary>
    public EventTopology Current(AwsScope scope) => _scopes.TryGetValue(scope, out var topology) ? topology : Create(scope);

    /// <summary>Applies one change, all of it or, if it throws, nothing of it.</summary>
    /// <returns>The new topology.</returns>
    public EventTopology Update(AwsScope scope, Func<EventTopology, EventTopology> change)
    {
        lock (_changes)
        {
            var current = Current(scope);
            var topology = change(current);
            if (ReferenceEquals(topology, current))
            {
                return current;
            }

            log.Append(new TopologyChange(topology));
            _scopes[scope] = topology;
            Changed?.Invoke(topology);
            return topology;
        }
    }

    public void Restore(ReadOnlySpan<byte> change)
    {
        var topology = JsonChange.Read(change, TopologyChangeJson.Default.TopologyChange).Topology;
        lock (_changes)
        {
            _scopes[topology.Scope] = topology;
        }
    }

    public void Resume()
    {
        lock (_changes)
        {
            foreach (var topology in _scopes.Values)
            {
                Changed?.Invoke(topology);
            }
        }
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. _scopes.Values.Select(static topology => new TopologyChange(topology))];
        }
    }

    public void Clear()
    {
        lock (_changes)
        {
            foreach (var scope in _scopes.Keys)
            {
                Changed?.Invoke(_scopes[scope] = EventTopology.Empty(scope, clock.GetUtcNow()));
            }

            _scopes.Clear();
        }
    }

    /// <summary>An account has its default bus from the start; nothing is written for it before it is changed.</summary>
    private EventTopology Create(AwsScope scope) => _scopes.GetOrAdd(scope, static (key, now) => EventTopology.Empty(key, now), clock.GetUtcNow());
}
