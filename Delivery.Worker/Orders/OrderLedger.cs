using System.Diagnostics.Metrics;
using Delivery.Worker.AsyncInvocation;
using Delivery.Worker.Functions;
using ServiceDefaults.State;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Orders;

/// <summary>
/// Which orders were delivered and which were given up on, each counted once however often its event comes: the
/// counts that must agree. An entry is in the file before its event is acknowledged, so the counts outlive a kill.
/// </summary>
/// <remarks>Costs about 150 bytes of memory an order; an order that is delivered after all is no longer a dropped one.</remarks>
internal sealed class OrderLedger : IDisposable
{
    private const char DeliveredMark = '+';
    private const char DroppedMark = '-';

    private readonly HashSet<string> _delivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DropReason> _dropped = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly StateFile? _file;
    private readonly TimeProvider _clock;
    private readonly Histogram<double> _timeToDelivery;

    /// <summary>Opens the ledger.</summary>
    /// <param name="path">Its file; null: in memory only.</param>
    /// <param name="clock">The simulated clock.</param>
    /// <param name="meters">For the counts.</param>
    public OrderLedger(string? path, TimeProvider clock, IMeterFactory meters)
    {
        _clock = clock;
        if (path is not null)
        {
            _file = StateFile.Open(path, Replay);
        }

        var meter = meters.Create(WorkerTelemetry.Name);
        meter.CreateObservableCounter(Instruments.OrdersDelivered, CountDelivered, "{order}", "Distinct orders delivered");
        meter.CreateObservableUpDownCounter(Instruments.OrdersDropped, CountDropped, "{order}", "Distinct orders given up on, by reason");
        _timeToDelivery = meter.CreateHistogram<double>(Instruments.OrdersTimeToDelivery, "s", "From acceptance to delivery, simulated");
    }

    /// <summary>The orders that were given up on.</summary>
    public IReadOnlyList<string> DroppedOrders
    {
        get
        {
            lock (_lock)
            {
                return [.. _dropped.Keys];
            }
        }
    }

    /// <summary>Enters a delivery.</summary>
    public void Delivered(OrderEvent order)
    {
        lock (_lock)
        {
            if (_delivered.Contains(order.OrderId))
            {
                return;
            }

            Write(DeliveredMark, order.OrderId);
            _delivered.Add(order.OrderId);
            _dropped.Remove(order.OrderId);
        }

        if (order.AcceptedAt != default)
        {
            _timeToDelivery.Record(Math.Max(0, (_clock.GetUtcNow() - order.AcceptedAt).TotalSeconds));
        }
    }

    /// <summary>Enters that an order was given up on.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Dropped(OrderEvent order, DropReason reason)
    {
        lock (_lock)
        {
            if (_delivered.Contains(order.OrderId) || _dropped.ContainsKey(order.OrderId))
            {
                return false;
            }

            Write(DroppedMark, order.OrderId, $" {reason}");
            _dropped.Add(order.OrderId, reason);
            return true;
        }
    }

    public void Dispose() => _file?.Dispose();

    private long CountDelivered()
    {
        lock (_lock)
        {
            return _delivered.Count;
        }
    }

    /// <summary>Every reason, also one that has no order any more: a count that is not exported would stay as it was.</summary>
    private IEnumerable<Measurement<long>> CountDropped()
    {
        lock (_lock)
        {
            return
            [
                .. Enum.GetValues<DropReason>().Select(reason => new Measurement<long>(
                    _dropped.Values.LongCount(given => given == reason),
                    new KeyValuePair<string, object?>(Instruments.DropReason, reason.ToString()))),
            ];
        }
    }

    /// <summary>An id may hold anything that its sender liked; escaped, it is one line.</summary>
    private void Write(char mark, string orderId, string rest = "") => _file?.WriteLine(mark + Uri.EscapeDataString(orderId) + rest);

    private void Replay(string line)
    {
        switch (line)
        {
            case [DeliveredMark, .. var id]:
                _delivered.Add(Uri.UnescapeDataString(id));
                _dropped.Remove(Uri.UnescapeDataString(id));
                break;
            case [DroppedMark, .. var rest] when rest.Split(' ') is [var id, var text] && Enum.TryParse<DropReason>(text, out var reason):
                _dropped[Uri.UnescapeDataString(id)] = reason;
                break;
            default:
                break;
        }
    }
}
