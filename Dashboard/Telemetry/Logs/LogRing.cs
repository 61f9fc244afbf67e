namespace Dashboard.Telemetry.Logs;

/// <summary>The latest log records.</summary>
internal sealed class LogRing(TelemetryLimits limits) : ITelemetryStore<LogRecord>
{
    private readonly Lock _lock = new();
    private readonly Queue<LogRecord> _records = [];
    private long _trimmed;

    /// <summary>Records held, and records that came and are no longer held.</summary>
    public (int Records, long Trimmed) Counts
    {
        get
        {
            lock (_lock)
            {
                return (_records.Count, _trimmed);
            }
        }
    }

    /// <inheritdoc />
    public void Add(IReadOnlyList<LogRecord> batch)
    {
        lock (_lock)
        {
            foreach (var record in batch)
            {
                if (_records.Count == limits.MaxLogs)
                {
                    _records.Dequeue();
                    _trimmed++;
                }

                _records.Enqueue(record);
            }
        }
    }

    /// <summary>The newest records, newest first.</summary>
    public IReadOnlyList<LogRecord> Newest(int limit)
    {
        lock (_lock)
        {
            return [.. _records.Skip(Math.Max(0, _records.Count - limit)).Reverse()];
        }
    }
}
