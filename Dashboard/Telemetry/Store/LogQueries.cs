using System.Data;
using System.Globalization;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>Questions to the table of log records.</summary>
internal sealed class LogQueries(ITelemetrySource database, IResourceLookup resources, ITelemetryPulse pulse) : ILogQueries
{
    private const string Columns = """
        id, epoch_ns(time), severity, resource_id, scope, message, hex_trace(trace_id), span_id, correlation_id, has_exception
        """;

    private (LogFilter Filter, long Version, long Total)? _counted;

    /// <inheritdoc />
    public async Task<LogPage> PageAsync(LogFilter filter, long offset, int count, CancellationToken cancellationToken)
    {
        var total = await CountAsync(filter, cancellationToken);
        // First which, from the narrow columns alone; then all of those few.
        var ids = await database.QueryAsync(
            Where(new("SELECT id FROM logs"), filter).Add("ORDER BY time, id LIMIT ? OFFSET ?", (long)count, offset), row => row.GetInt64(0), cancellationToken);
        if (ids.Count == 0)
        {
            return new([], total);
        }

        var rows = await database.QueryAsync(
            new($"SELECT {Columns} FROM logs WHERE id BETWEEN ? AND ? AND id IN ({string.Join(", ", ids)}) ORDER BY time, id", ids.Min(), ids.Max()),
            Read,
            cancellationToken);
        return new(rows, total);
    }

    /// <inheritdoc />
    public async Task<LogDetail?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            new($"SELECT {Columns}, template, attributes FROM logs WHERE id = ?", id),
            row =>
            {
                var record = Read(row);
                return new LogDetail
                {
                    Id = record.Id,
                    Time = record.Time,
                    Severity = record.Severity,
                    Resource = record.Resource,
                    Scope = record.Scope,
                    Message = record.Message,
                    TraceId = record.TraceId,
                    SpanId = record.SpanId,
                    CorrelationId = record.CorrelationId,
                    HasException = record.HasException,
                    Template = TraceQueries.Text(row, 10),
                    Tags = TagJson.Read(TraceQueries.Text(row, 11)),
                    ResourceTags = resources[row.GetInt32(3)].Tags,
                };
            },
            cancellationToken);
        return found.FirstOrDefault();
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<LogTemplate>> TemplatesAsync(LogFilter filter, int limit, CancellationToken cancellationToken)
    {
        var counts = await database.QueryAsync(
            Where(new("SELECT coalesce(template, message) AS text, severity, count(*) FROM logs"), filter).Add("GROUP BY ALL"),
            row => (Text: row.GetString(0), Severity: (int)row.GetByte(1), Count: row.GetInt64(2)),
            cancellationToken);
        return
        [
            .. counts.GroupBy(count => count.Text)
                .Select(text => new LogTemplate(text.Key, text.Sum(count => count.Count), text.ToDictionary(count => count.Severity, count => count.Count)))
                .OrderByDescending(template => template.Total).ThenBy(template => template.Template, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<LogRow>> OfTraceAsync(TraceId traceId, CancellationToken cancellationToken) => await database.QueryAsync(
        new($"SELECT {Columns} FROM logs WHERE trace_id = ?::UUID ORDER BY time, id", TraceQueries.Uuid(traceId)), Read, cancellationToken);

    /// <summary>A page that is scrolled through asks for the same count again and again.</summary>
    private async Task<long> CountAsync(LogFilter filter, CancellationToken cancellationToken)
    {
        var version = pulse.Version;
        if (_counted is { } known && known.Version == version && known.Filter == filter)
        {
            return known.Total;
        }

        var total = (await database.QueryAsync(Where(new("SELECT count(*) FROM logs"), filter), row => row.GetInt64(0), cancellationToken))[0];
        _counted = (filter, version, total);
        return total;
    }

    private SqlText Where(SqlText sql, LogFilter filter)
    {
        if (filter.Resource is { Length: > 0 } service)
        {
            var ids = resources.IdsOf(service);
            sql.Where(ids.Count == 0 ? "false" : $"resource_id IN ({string.Join(", ", ids)})");
        }

        if (filter.MinimumSeverity is { } severity)
        {
            sql.Where($"severity >= {severity.ToString(CultureInfo.InvariantCulture)}");
        }

        if (filter.Text is { Length: > 0 } text)
        {
            sql.Where("contains(lower(message), ?) OR contains(lower(scope), ?)", text.ToLowerInvariant(), text.ToLowerInvariant());
        }

        if (filter.Template is { } template)
        {
            sql.Where("coalesce(template, message) = ?", template);
        }

        if (filter.Attribute is { Key.Length: > 0 } attribute)
        {
            var (condition, parameters) = TraceQueries.Attribute(attribute, "attributes");
            sql.Where(condition, parameters);
        }

        if (filter.TraceId is { } traceId)
        {
            sql.Where("trace_id = ?::UUID", TraceQueries.Uuid(traceId));
        }

        if (filter.SpanId is { } spanId)
        {
            sql.Where($"span_id = {spanId.Value.ToString(CultureInfo.InvariantCulture)}");
        }

        if (filter.CorrelationId is { Length: > 0 } correlationId)
        {
            sql.Where("correlation_id = ? OR trace_id IN (SELECT trace_id FROM spans WHERE correlation_id = ?)", correlationId, correlationId);
        }

        if (filter.From is { } from)
        {
            sql.Where("time >= make_timestamp_ns(?)", UnixNanos.ToStored(from));
        }

        return filter.To is { } to ? sql.Where("time <= make_timestamp_ns(?)", UnixNanos.ToStored(to)) : sql;
    }

    private LogRow Read(IDataRecord row) => new()
    {
        Id = row.GetInt64(0),
        Time = UnixNanos.FromStored(row.GetInt64(1)),
        Severity = row.GetByte(2),
        Resource = resources[row.GetInt32(3)].Key,
        Scope = row.GetString(4),
        Message = row.GetString(5),
        TraceId = TraceQueries.ReadTraceId(row, 6),
        SpanId = row.IsDBNull(7) ? default : new((ulong)row.GetValue(7)),
        CorrelationId = TraceQueries.Text(row, 8),
        HasException = row.GetBoolean(9),
    };
}
