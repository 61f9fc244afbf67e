using ServiceDefaults.State;

namespace SlowApi.Orders;

/// <summary>
/// What became of every call, and which orders were processed, each once however often it came. An entry is in the file
/// before the call is answered, so the counts outlive a kill.
/// </summary>
/// <remarks>
/// Lines: <c>+id</c> (processed for the first time), <c>=</c> (processed again), <c>?</c> (processed, nobody knows which order),
/// <c>!</c> (failed), <c>~</c> (throttled).
/// </remarks>
internal sealed class OrderLedger : IDisposable
{
    private const char FirstMark = '+';
    private const string Again = "=";
    private const string Unknown = "?";
    private const string Fault = "!";
    private const string Throttle = "~";

    private readonly HashSet<string> _processed = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly StateFile? _file;
    private CallCounts _counts;

    /// <summary>Opens the ledger.</summary>
    /// <param name="path">Its file; null: in memory only.</param>
    public OrderLedger(string? path) => _file = path is null ? null : StateFile.Open(path, Count);

    /// <summary>What became of the calls so far.</summary>
    public CallCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return _counts;
            }
        }
    }

    /// <summary>Notes that a call was processed.</summary>
    /// <param name="correlationId">Its order; null: nobody knows which.</param>
    public void Processed(string? correlationId)
    {
        lock (_lock)
        {
            Enter(correlationId is null ? Unknown : _processed.Contains(correlationId) ? Again : FirstMark + correlationId);
        }
    }

    /// <summary>Notes that a call failed.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            Enter(Fault);
        }
    }

    /// <summary>Notes that a call was refused for want of permits.</summary>
    public void Throttled()
    {
        lock (_lock)
        {
            Enter(Throttle);
        }
    }

    /// <summary>The orders processed so far.</summary>
    public string[] Snapshot()
    {
        lock (_lock)
        {
            return [.. _processed];
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Enter(string line)
    {
        _file?.WriteLine(line);
        Count(line);
    }

    private void Count(string line)
    {
        switch (line)
        {
            case [FirstMark, .. var id] when _processed.Add(id):
                _counts = _counts with { Processed = _counts.Processed + 1, Orders = _counts.Orders + 1 };
                break;
            case Again:
                _counts = _counts with { Processed = _counts.Processed + 1, OrdersAgain = _counts.OrdersAgain + 1 };
                break;
            case Unknown:
                _counts = _counts with { Processed = _counts.Processed + 1 };
                break;
            case Fault:
                _counts = _counts with { Faults = _counts.Faults + 1 };
                break;
            case Throttle:
                _counts = _counts with { Throttled = _counts.Throttled + 1 };
                break;
            default:
                break;
        }
    }
}
