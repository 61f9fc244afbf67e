using Dashboard.Telemetry.Metrics;
using DuckDB.NET.Native;

namespace Dashboard.Telemetry.Store;

/// <summary>The table of metric points, and beside it the series in memory that runs are computed from.</summary>
internal sealed class MetricPointStore(
    TelemetryDatabase database, ResourceWriter resources, Tables tables, TelemetryLimits limits, MetricSeriesTable series, MetricStore runs)
    : ITelemetryStore<IReadOnlyList<MetricPoint>>, IDisposable
{
    private static readonly DuckDBType[] Columns =
    [
        DuckDBType.Integer, DuckDBType.TimestampNs, DuckDBType.TimestampNs, DuckDBType.Double,
        DuckDBType.Double, DuckDBType.Double, DuckDBType.Double, DuckDBType.Varchar, DuckDBType.Varchar,
        DuckDBType.BigInt,
    ];

    private readonly List<StoredSeries> _new = [];
    private ColumnAppender? _appender;
    private RowTexts? _texts;
    private long _added;
    private long _exports;

    /// <inheritdoc />
    public void Add(IReadOnlyList<MetricPoint> batch)
    {
        runs.Add(batch);
        if (_appender is null || _texts is null)
        {
            _appender = new(database.Open(), "metric_points", Columns);
            _texts = new(_appender);
        }

        _exports++;
        foreach (var point in batch)
        {
            if (series.Of(point, out var isNew) is not { } owner)
            {
                continue;
            }

            if (isNew)
            {
                _new.Add(owner);
            }

            _texts.BeginRow();
            Append(_appender, _texts, owner, point);
            _added++;
        }
    }

    /// <inheritdoc />
    public void Flush()
    {
        resources.Flush();
        WriteSeries();
        _texts?.Push();
        _appender?.Flush();
        tables.MetricPoints.Added(_added);
        _added = 0;
        tables.MetricPoints.TrimTo(limits.MaxMetricPoints);
    }

    /// <inheritdoc />
    public void Abandon()
    {
        Dispose();
        (_appender, _texts, _added) = (null, null, 0);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _appender?.Dispose();
        _texts?.Dispose();
    }

    private void Append(ColumnAppender row, RowTexts texts, StoredSeries owner, MetricPoint point)
    {
        row.Set(0, owner.Id);
        texts.Set(1, point.Start is { } start ? UnixNanos.ToStored(start) : (long?)null);
        row.Set(2, UnixNanos.ToStored(point.Time));
        row.Set(3, point.Histogram?.Count ?? point.Value);
        texts.Set(4, point.Histogram?.Sum);
        texts.Set(5, point.Histogram?.Min);
        texts.Set(6, point.Histogram?.Max);
        texts.Set(7, point.Histogram is { } histogram ? HistogramJson.Write(histogram) : null);
        texts.Set(8, point.Exemplars.Count == 0 ? null : ExemplarJson.Write(point.Exemplars));
        row.Set(9, _exports);
        row.EndRow();
    }

    private void WriteSeries()
    {
        if (_new.Count == 0)
        {
            return;
        }

        using var connection = database.Open();
        TelemetryDatabase.Execute(connection, "BEGIN");
        foreach (var item in _new)
        {
            TelemetryDatabase.Execute(
                connection,
                "INSERT INTO metric_series SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (FROM metric_series WHERE id = ?)",
                item.Id, item.Resource.Id, item.Key.Meter, item.Key.Instrument, item.Key.Kind.ToString(), item.IsDelta, item.Unit, item.Description,
                TagJson.Write(item.Tags), item.Id);
        }

        TelemetryDatabase.Execute(connection, "COMMIT");
        _new.Clear();
    }
}
