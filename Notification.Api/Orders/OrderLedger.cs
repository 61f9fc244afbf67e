using System.Text;
using ServiceDefaults.State;

namespace Notification.Api.Orders;

/// <summary>
/// How many orders were accepted and how many were not: counts that must agree with those of the other services, and so
/// outlive a kill. The intent to publish is in a file before the event leaves, the outcome in another before the caller
/// is answered; what a killed process published without noting the outcome is found by its intent.
/// </summary>
/// <remarks>
/// Lines of the ledger: <c>+id</c> (accepted), <c>-id type</c> (rejected, and why). Lines of the outbox: <c>id traceparent
/// detail</c> (the detail in Base64); it is cut when nothing is unsettled.
/// </remarks>
internal sealed class OrderLedger : IDisposable
{
    private const char AcceptedMark = '+';
    private const char RejectedMark = '-';
    private const string NoTrace = "-";

    /// <summary>Below this size cutting the outbox is not worth the call.</summary>
    private const long WorthCuttingBytes = 1 << 20;

    private readonly HashSet<string> _unsettled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly StateFile? _ledger;
    private readonly StateFile? _outbox;
    private long _accepted;

    /// <summary>Opens the ledger.</summary>
    /// <param name="state">Where its files are.</param>
    public OrderLedger(StateDirectory state)
    {
        var settled = new HashSet<string>(StringComparer.Ordinal);
        var left = new Dictionary<string, UnsettledOrder>(StringComparer.Ordinal);
        if (state.File("orders.ledger") is { } ledger)
        {
            _ledger = StateFile.Open(ledger, line => ReplayOutcome(line, settled));
        }

        if (state.File("orders.outbox") is { } outbox)
        {
            _outbox = StateFile.Open(outbox, line => ReplayIntent(line, settled, left));
        }

        _unsettled.UnionWith(left.Keys);
        LeftUnsettled = [.. left.Values];
    }

    /// <summary>What an earlier process was killed over: nobody knows whether EventBridge took it.</summary>
    public IReadOnlyList<UnsettledOrder> LeftUnsettled { get; }

    /// <summary>Orders that EventBridge took.</summary>
    public long Accepted
    {
        get
        {
            lock (_lock)
            {
                return _accepted;
            }
        }
    }

    /// <summary>Orders that were refused, by reason.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Rejected
    {
        get
        {
            lock (_lock)
            {
                return [.. _rejected];
            }
        }
    }

    /// <summary>Notes that an order is about to be published.</summary>
    /// <exception cref="IOException">It could not be noted: the order must not be published.</exception>
    public void Intend(UnsettledOrder order)
    {
        var line = _outbox is null
            ? ""
            : $"{order.CorrelationId} {order.TraceParent ?? NoTrace} {Convert.ToBase64String(Encoding.UTF8.GetBytes(order.Detail))}";
        lock (_lock)
        {
            _outbox?.WriteLine(line);
            _unsettled.Add(order.CorrelationId);
        }
    }

    /// <summary>Notes that EventBridge took an order; only then may its sender be told.</summary>
    public void Accept(string correlationId)
    {
        lock (_lock)
        {
            _accepted++;
            if (TryWrite(AcceptedMark + correlationId))
            {
                Settle(correlationId);
            }
        }
    }

    /// <summary>Notes that an order was refused.</summary>
    /// <param name="correlationId">Its id.</param>
    /// <param name="reason">The kind of reason, one of few.</param>
    public void Reject(string correlationId, string reason)
    {
        lock (_lock)
        {
            CountRejection(reason);
            if (TryWrite($"{RejectedMark}{correlationId} {Uri.EscapeDataString(reason)}"))
            {
                Settle(correlationId);
            }
        }
    }

    public void Dispose()
    {
        _ledger?.Dispose();
        _outbox?.Dispose();
    }

    /// <summary>
    /// Enters an outcome. One that a full disk refuses counts all the same; only after a kill it is unknown, and the order
    /// is published again by its intent, which therefore stays.
    /// </summary>
    private bool TryWrite(string outcome)
    {
        try
        {
            _ledger?.WriteLine(outcome);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void CountRejection(string reason) => _rejected[reason] = _rejected.GetValueOrDefault(reason) + 1;

    private void Settle(string correlationId)
    {
        _unsettled.Remove(correlationId);
        if (_unsettled.Count == 0 && _outbox?.Length > WorthCuttingBytes)
        {
            _outbox.Clear();
        }
    }

    private void ReplayOutcome(string line, HashSet<string> settled)
    {
        switch (line)
        {
            case [AcceptedMark, .. var id]:
                _accepted++;
                settled.Add(id);
                break;
            case [RejectedMark, .. var rest] when rest.Split(' ') is [var id, var reason]:
                CountRejection(Uri.UnescapeDataString(reason));
                settled.Add(id);
                break;
            default:
                break;
        }
    }

    private static void ReplayIntent(string line, HashSet<string> settled, Dictionary<string, UnsettledOrder> left)
    {
        if (line.Split(' ') is [var id, var trace, var detail] && !settled.Contains(id))
        {
            left[id] = new UnsettledOrder(id, trace == NoTrace ? null : trace, Encoding.UTF8.GetString(Convert.FromBase64String(detail)));
        }
    }
}
