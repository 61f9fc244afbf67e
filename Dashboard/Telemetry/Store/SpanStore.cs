using DuckDB.NET.Native;

namespace Dashboard.Telemetry.Store;

/// <summary>The table of spans.</summary>
internal sealed unsafe class SpanStore(
    TelemetryDatabase database, ResourceWriter resources, Tables tables, TelemetryLimits limits, TraceWindow window, SpanBatchPool pool) : ITelemetryStore<SpanBatch>, IDisposable
{
    private static readonly DuckDBType[] Columns =
    [
        DuckDBType.Uuid, DuckDBType.UnsignedBigInt, DuckDBType.UnsignedBigInt, DuckDBType.Varchar,
        DuckDBType.UnsignedTinyInt, DuckDBType.UnsignedTinyInt, DuckDBType.Varchar,
        DuckDBType.TimestampNs, DuckDBType.BigInt, DuckDBType.Integer, DuckDBType.Varchar,
        DuckDBType.Varchar, DuckDBType.Varchar, DuckDBType.Varchar,
        DuckDBType.Varchar, DuckDBType.Integer, DuckDBType.Integer, DuckDBType.Varchar, DuckDBType.Varchar,
        DuckDBType.Varchar, DuckDBType.Varchar, DuckDBType.Varchar,
    ];

    /// <summary>Batches whose texts the vector points to.</summary>
    private readonly List<SpanBatch> _held = [];

    private ColumnAppender? _appender;
    private long _added;

    /// <inheritdoc />
    public void Add(SpanBatch batch)
    {
        _appender ??= new(database.Open(), "spans", Columns);
        _held.Add(batch);
        foreach (ref readonly var span in batch.Rows)
        {
            if (_appender.IsFull)
            {
                _appender.Push();
            }

            Append(_appender, in span);
            window.Add(in span);
        }

        _added += batch.Count;
        if (_appender.Row == 0 || (_held.Count > 1 && _appender.Row < batch.Count))
        {
            // The vector holds rows of the last batch only.
            Release(_appender.Row == 0 ? 0 : 1);
        }
    }

    /// <inheritdoc />
    public void Flush()
    {
        resources.Flush();
        _appender?.Flush();
        Release(0);
        tables.Spans.Added(_added);
        window.Publish();
        _added = 0;
        tables.Spans.TrimTo(limits.MaxSpans);
    }

    /// <inheritdoc />
    public void Abandon()
    {
        _appender?.Dispose();
        _appender = null;
        _added = 0;
        window.Abandon();
        Release(0);
    }

    /// <inheritdoc />
    public void Dispose() => _appender?.Dispose();

    private static void Append(ColumnAppender row, in SpanRow span)
    {
        row.SetUuid(0, span.TraceId.High, span.TraceId.Low);
        row.Set(1, span.SpanId);
        SetOrNull(row, 2, span.ParentSpanId != 0, span.ParentSpanId);
        SetText(row, 3, span.Name);
        row.Set(4, span.Kind);
        row.Set(5, span.Status);
        SetText(row, 6, span.StatusMessage);
        row.Set(7, span.Start);
        row.Set(8, span.Duration);
        row.Set(9, span.ResourceId);
        SetText(row, 10, span.Scope);
        SetText(row, 11, span.Attributes);
        SetText(row, 12, span.Events);
        SetText(row, 13, span.Links);
        SetText(row, 14, span.CorrelationId);
        SetOrNull(row, 15, span.HttpStatus.HasValue, span.HttpStatus.GetValueOrDefault());
        SetOrNull(row, 16, span.Attempt.HasValue, span.Attempt.GetValueOrDefault());
        SetText(row, 17, span.FaasName);
        SetText(row, 18, span.FaasTrigger);
        SetText(row, 19, span.Destination);
        SetText(row, 20, span.Operation);
        SetText(row, 21, span.ErrorType);
        row.EndRow();
    }

    private static void SetOrNull<T>(ColumnAppender row, int column, bool hasValue, T value)
        where T : unmanaged
    {
        if (hasValue)
        {
            row.Set(column, value);
        }
        else
        {
            row.SetNull(column);
        }
    }

    private static void SetText(ColumnAppender row, int column, StoredText text)
    {
        if (text.IsNull)
        {
            row.SetNull(column);
        }
        else
        {
            row.SetText(column, text.Address, text.Length);
        }
    }

    /// <summary>Gives back all batches but the last few.</summary>
    private void Release(int kept)
    {
        var released = _held.Count - kept;
        for (var i = 0; i < released; i++)
        {
            pool.Return(_held[i]);
        }

        _held.RemoveRange(0, released);
    }
}
