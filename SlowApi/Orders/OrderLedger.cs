namespace SlowApi.Orders;

/// <summary>Which orders were processed, each once however often it came.</summary>
internal sealed class OrderLedger
{
    private readonly HashSet<string> _processed = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Notes that an order was processed.</summary>
    /// <returns>Whether that is its first time.</returns>
    public bool Add(string correlationId)
    {
        lock (_lock)
        {
            return _processed.Add(correlationId);
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
}
