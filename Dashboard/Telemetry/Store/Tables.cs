namespace Dashboard.Telemetry.Store;

/// <summary>The three tables that grow.</summary>
internal sealed class Tables(TelemetryDatabase database) : IDisposable
{
    /// <summary>The spans.</summary>
    public TrimmedTable Spans { get; } = new(database, "spans", "start_time");

    /// <summary>The log records.</summary>
    public TrimmedTable Logs { get; } = new(database, "logs", "time");

    /// <summary>The metric points.</summary>
    public TrimmedTable MetricPoints { get; } = new(database, "metric_points", "time");

    /// <summary>All of them.</summary>
    public IReadOnlyList<TrimmedTable> All => [Spans, Logs, MetricPoints];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var table in All)
        {
            table.Dispose();
        }
    }
}
