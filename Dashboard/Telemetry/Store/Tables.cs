using DuckDB.NET.Data;

namespace Dashboard.Telemetry.Store;

/// <summary>The three tables that grow.</summary>
internal sealed class Tables : IDisposable
{
    private readonly TelemetryDatabase _database;

    public Tables(TelemetryDatabase database)
    {
        _database = database;
        Spans = new(database, "spans", "start_time");
        Logs = new(database, "logs", "time");
        MetricPoints = new(database, "metric_points", "time");
        database.Closing += Release;
    }

    /// <summary>The spans.</summary>
    public TrimmedTable Spans { get; }

    /// <summary>The log records.</summary>
    public TrimmedTable Logs { get; }

    /// <summary>The metric points.</summary>
    public TrimmedTable MetricPoints { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<TrimmedTable> All => [Spans, Logs, MetricPoints];

    /// <summary>Counts the rows that are there.</summary>
    /// <returns>How many more they are than was known.</returns>
    public long Recount(DuckDBConnection connection) => All.Sum(table => table.Recount(connection));

    /// <inheritdoc />
    public void Dispose()
    {
        _database.Closing -= Release;
        Release();
    }

    private void Release()
    {
        foreach (var table in All)
        {
            table.Release();
        }
    }
}
