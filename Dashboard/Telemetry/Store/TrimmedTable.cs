using System.Globalization;
using DuckDB.NET.Data;

namespace Dashboard.Telemetry.Store;

/// <summary>A table's rows, counted, and how its oldest ones go.</summary>
internal sealed class TrimmedTable(TelemetryDatabase database, string table, string timeColumn) : IDisposable
{
    private readonly Lock _lock = new();
    private DuckDBConnection? _connection;
    private long _rows;
    private long _trimmed;

    /// <summary>Rows held.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Rows that were held and are no more.</summary>
    public long Trimmed => Interlocked.Read(ref _trimmed);

    /// <summary>Counts rows that were added.</summary>
    public void Added(long rows) => Interlocked.Add(ref _rows, rows);

    /// <summary>Trims the oldest arrivals beyond <paramref name="maximum"/>, and a tenth more, so that it need not be done at once again.</summary>
    public void TrimTo(long maximum)
    {
        if (Rows > maximum)
        {
            TrimOldest(Rows - (maximum - (maximum / 10)));
        }
    }

    /// <summary>Trims so many of the oldest arrivals.</summary>
    public void TrimOldest(long rows)
    {
        if (rows > 0)
        {
            Delete(string.Create(CultureInfo.InvariantCulture, $"rowid IN (SELECT rowid FROM {table} ORDER BY rowid LIMIT {rows})"));
        }
    }

    /// <summary>Trims what is older.</summary>
    public void TrimBefore(DateTimeOffset time) =>
        Delete(string.Create(CultureInfo.InvariantCulture, $"{timeColumn} < make_timestamp_ns({UnixNanos.ToStored(time)})"));

    /// <summary>Counts the rows that are there.</summary>
    /// <returns>How many more they are than was known.</returns>
    public long Recount(DuckDBConnection connection)
    {
        var rows = TelemetryDatabase.Query(connection, new($"SELECT count(*) FROM {table}"), row => row.GetInt64(0), CancellationToken.None)[0];
        return rows - Interlocked.Exchange(ref _rows, rows);
    }

    /// <summary>Lets go of the database until rows are to go again.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Release();

    private void Delete(string condition)
    {
        lock (_lock)
        {
            _connection ??= database.Open();
            var deleted = TelemetryDatabase.Execute(_connection, $"DELETE FROM {table} WHERE {condition}");
            Interlocked.Add(ref _rows, -deleted);
            Interlocked.Add(ref _trimmed, deleted);
        }
    }
}
