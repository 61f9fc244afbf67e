using Dashboard.Telemetry.Logs;
using DuckDB.NET.Native;
using ServiceDefaults.Telemetry;

namespace Dashboard.Telemetry.Store;

/// <summary>The table of log records.</summary>
internal sealed class LogStore(TelemetryDatabase database, ResourceWriter resources, Tables tables, TelemetryLimits limits)
    : ITelemetryStore<IReadOnlyList<LogRecord>>, IDisposable
{
    /// <summary>The attribute that .NET's logging gives a message's template in.</summary>
    private const string TemplateKey = "{OriginalFormat}";

    private static readonly DuckDBType[] Columns =
    [
        DuckDBType.BigInt, DuckDBType.TimestampNs, DuckDBType.UnsignedTinyInt, DuckDBType.Varchar, DuckDBType.Varchar,
        DuckDBType.Varchar, DuckDBType.Integer, DuckDBType.Uuid, DuckDBType.UnsignedBigInt,
        DuckDBType.Varchar, DuckDBType.Varchar, DuckDBType.Boolean,
    ];

    private ColumnAppender? _appender;
    private RowTexts? _texts;
    private long _next;
    private long _added;

    /// <inheritdoc />
    public void Add(IReadOnlyList<LogRecord> batch)
    {
        if (_appender is null || _texts is null)
        {
            _appender = new(database.Open(), "logs", Columns);
            _texts = new(_appender);
        }

        foreach (var record in batch)
        {
            _texts.BeginRow();
            Append(_appender, _texts, record);
        }

        _added += batch.Count;
    }

    /// <inheritdoc />
    public void Flush()
    {
        resources.Flush();
        _texts?.Push();
        _appender?.Flush();
        tables.Logs.Added(_added);
        _added = 0;
        tables.Logs.TrimTo(limits.MaxLogs);
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

    private void Append(ColumnAppender row, RowTexts texts, LogRecord record)
    {
        row.Set(0, ++_next);
        row.Set(1, UnixNanos.ToStored(record.Time));
        row.Set(2, (byte)Math.Clamp(record.Severity, 0, 24));
        texts.Set(3, record.Body);
        texts.Set(4, record.Tags.Find(TemplateKey));
        texts.Set(5, record.Scope);
        row.Set(6, record.Resource.Id);
        if (record.TraceId.IsEmpty)
        {
            row.SetNull(7);
        }
        else
        {
            row.SetUuid(7, record.TraceId.High, record.TraceId.Low);
        }

        texts.Set(8, record.SpanId.IsEmpty ? null : (ulong?)record.SpanId.Value);
        texts.Set(9, TagJson.Write([.. record.Tags.Where(tag => tag.Key != TemplateKey)]));
        texts.Set(10, record.Tags.Find(SpanAttributes.CorrelationId) ?? record.Tags.Find("CorrelationId"));
        row.Set(11, record.Tags.Any(tag => tag.Key == "exception.type"));
        row.EndRow();
    }
}
