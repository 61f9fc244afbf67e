using System.Collections.Concurrent;
using LocalAws.EventBridge.Topology;
using LocalAws.State;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// The events that were accepted and wait for an endpoint to take them, so that they survive the process. Targets
/// within this process need none of it: they have the event before PutEvents is answered.
/// </summary>
internal sealed class PendingDeliveries(TopologyStore topology, IStateLog log, Lazy<DeliveryDispatcher> dispatcher) : IStatePart
{
    private readonly ConcurrentDictionary<long, EventDelivery> _underWay = [];
    private readonly Dictionary<long, DeliveryChange.Accepted> _restored = [];
    private readonly Lock _changes = new();
    private long _last;

    public StatePartId Id => StatePartId.Deliveries;

    /// <summary>Keeps an event until <see cref="Remove"/>.</summary>
    public void Add(EventDelivery delivery)
    {
        lock (_changes)
        {
            delivery.Number = ++_last;
            _underWay[delivery.Number] = delivery;
            log.Append(DeliveryChange.Accepted.Of(delivery));
        }
    }

    /// <summary>The event is delivered or given up.</summary>
    public void Remove(EventDelivery delivery)
    {
        if (delivery.Number == 0)
        {
            return;
        }

        lock (_changes)
        {
            if (_underWay.TryRemove(delivery.Number, out _))
            {
                log.Append(new DeliveryChange.Settled(delivery.Number));
            }
        }
    }

    /// <summary>What was under way when the process ended, and still has its rule and target.</summary>
    public IReadOnlyList<EventDelivery> TakeRestored()
    {
        lock (_changes)
        {
            var deliveries = new List<EventDelivery>();
            foreach (var accepted in _restored.Values.OrderBy(static accepted => accepted.Number))
            {
                if (accepted.Find(topology.Current(accepted.Scope)) is { } delivery)
                {
                    _underWay[delivery.Number] = delivery;
                    deliveries.Add(delivery);
                }
                else
                {
                    log.Append(new DeliveryChange.Settled(accepted.Number));
                }
            }

            _restored.Clear();
            return deliveries;
        }
    }

    public void Restore(ReadOnlySpan<byte> change)
    {
        lock (_changes)
        {
            switch (JsonChange.Read(change, DeliveryChangeJson.Default.DeliveryChange))
            {
                case DeliveryChange.Accepted accepted:
                    _restored[accepted.Number] = accepted;
                    _last = Math.Max(_last, accepted.Number);
                    break;
                case DeliveryChange.Settled settled:
                    _restored.Remove(settled.Number);
                    _last = Math.Max(_last, settled.Number);
                    break;
                default:
                    throw new InvalidDataException("A change of deliveries is none.");
            }
        }
    }

    public void Resume() => dispatcher.Value.Resume();

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. _underWay.Values.Select(DeliveryChange.Accepted.Of), .. _restored.Values];
        }
    }

    public void Clear()
    {
        lock (_changes)
        {
            _underWay.Clear();
            _restored.Clear();
        }
    }
}
