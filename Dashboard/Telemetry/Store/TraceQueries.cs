using System.Data;
using System.Globalization;
using System.Text.Json;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Store;

/// <summary>Questions to the table of spans.</summary>
/// <param name="database">Where it is.</param>
/// <param name="resources">The processes that its rows come from.</param>
/// <param name="window">The traces' totals, if they are in memory as well.</param>
internal sealed class TraceQueries(ITelemetrySource database, IResourceLookup resources, TraceWindow? window = null) : ITraceQueries
{
    private const string Columns = """
        span_id, parent_span_id, name, kind, status, status_message, epoch_ns(start_time), duration_ns, resource_id, scope,
        attributes, events, links, correlation_id
        """;

    /// <inheritdoc />
    public async Task<TracePage> ListAsync(TraceFilter filter, CancellationToken cancellationToken)
    {
        var (page, total) = window is not null && window.TryList(filter, out var known, out var count)
            ? (known, count)
            : await ReadPageAsync(filter, cancellationToken);

        if (page.Count == 0)
        {
            return new([], total);
        }

        var parts = await database.QueryAsync(
            PartsSql([.. page.Select(trace => trace.TraceId)], page.Min(trace => trace.Start), page.Max(trace => trace.End)), TracePart.Read, cancellationToken);
        var byTrace = parts.ToLookup(part => part.TraceId);
        // A trace without any parts has been trimmed since.
        return new(
            [.. page.Where(trace => byTrace.Contains(trace.TraceId)).Select(trace => TracePart.Combine(trace, [.. byTrace[trace.TraceId]], resources))],
            total);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<TraceStarts>> StartsAsync(TraceFilter filter, CancellationToken cancellationToken) =>
        window is not null && window.TryStarts(filter, out var starts) ? starts : await database.QueryAsync(
            TracesSql(filter).Add("SELECT first // 1000000000 AS second, count(*), count(*) FILTER (errors > 0) FROM t GROUP BY second ORDER BY second"),
            row => new TraceStarts(DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(0)), row.GetInt64(1), row.GetInt64(2)),
            cancellationToken);

    /// <inheritdoc />
    public async Task<Trace?> FindAsync(TraceId id, CancellationToken cancellationToken)
    {
        var spans = await database.QueryAsync(
            new($"SELECT {Columns} FROM spans WHERE trace_id = ?::UUID ORDER BY start_time, duration_ns DESC", Uuid(id)),
            row => (Span: ReadSpan(row, id), CorrelationId: Text(row, 13)),
            cancellationToken);
        return spans.Count == 0 ? null : new(
            id,
            [.. spans.Select(row => row.Span)],
            [.. spans.Select(row => row.CorrelationId).OfType<string>().Distinct()],
            spans.Any(row => row.Span.Status == SpanStatus.Error));
    }

    /// <summary>A trace id as the database reads UUIDs.</summary>
    internal static string Uuid(TraceId id)
    {
        var text = id.ToString();
        return $"{text[..8]}-{text[8..12]}-{text[12..16]}-{text[16..20]}-{text[20..]}";
    }

    /// <summary>The id in a column that <c>hex_trace</c> made; empty for nothing.</summary>
    internal static TraceId ReadTraceId(IDataRecord row, int column)
    {
        _ = TraceId.TryParse(Text(row, column), out var id);
        return id;
    }

    /// <summary>The text in a column, or null.</summary>
    internal static string? Text(IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>The condition for an attribute, in any column of JSON objects.</summary>
    internal static (string Sql, object?[] Parameters) Attribute(AttributeFilter filter, string column)
    {
        var path = $"$.\"{filter.Key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return filter.Value is null
            ? ($"json_exists({column}, ?)", [path])
            : ($"json_extract_string({column}, ?) = ?", [path, filter.Value]);
    }

    /// <summary>The condition for a service.</summary>
    internal string Service(string service)
    {
        var ids = resources.IdsOf(service);
        return ids.Count == 0 ? "false" : $"resource_id IN ({string.Join(", ", ids)})";
    }

    private static SqlText Limit(SqlText sql, TraceFilter filter)
    {
        var column = filter.Sort switch { TraceSort.Duration => "last - first", TraceSort.Spans => "spans", _ => "first" };
        var direction = filter.Descending ? "DESC" : "ASC";
        return sql.Add($"ORDER BY {column} {direction}, trace_id LIMIT ? OFFSET ?", (long)filter.Limit, filter.Offset);
    }

    private async Task<(IReadOnlyList<TraceTotals> Page, long Total)> ReadPageAsync(TraceFilter filter, CancellationToken cancellationToken)
    {
        var page = await database.QueryAsync(
            PageSql(filter),
            row => (
                Trace: new TraceTotals(ReadTraceId(row, 0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)),
                Total: row.GetInt64(5)),
            cancellationToken);
        return page.Count > 0 ? ([.. page.Select(row => row.Trace)], page[0].Total)
            : ([], filter.Offset == 0 ? 0 : await CountAsync(filter, cancellationToken));
    }

    private async Task<long> CountAsync(TraceFilter filter, CancellationToken cancellationToken) =>
        (await database.QueryAsync(TracesSql(filter).Add("SELECT count(*) FROM t"), row => row.GetInt64(0), cancellationToken))[0];

    private SqlText PageSql(TraceFilter filter)
    {
        var sql = TracesSql(filter).Add(", page AS (SELECT * FROM t");
        return Limit(Limit(sql, filter).Add(") SELECT hex_trace(trace_id), first, last, spans, errors, (SELECT count(*) FROM t) FROM page"), filter with { Offset = 0 });
    }

    private SqlText TracesSql(TraceFilter filter)
    {
        SqlText sql = new("""
            WITH t AS MATERIALIZED (
                SELECT trace_id, epoch_ns(min(start_time)) AS first, max(epoch_ns(start_time) + duration_ns) AS last,
                    count(*) AS spans, count(*) FILTER (status = 2) AS errors
                FROM spans
            """);
        if (filter.Text is { Length: > 0 } text)
        {
            if (IsTraceIdPart(text))
            {
                sql.Where(
                    "starts_with(hex_trace(trace_id), ?) OR trace_id IN (SELECT trace_id FROM spans WHERE contains(lower(name), ?))",
                    text.ToLowerInvariant(),
                    text.ToLowerInvariant());
            }
            else
            {
                sql.Where("trace_id IN (SELECT trace_id FROM spans WHERE contains(lower(name), ?))", text.ToLowerInvariant());
            }
        }

        if (filter.Resource is { Length: > 0 } service)
        {
            sql.Where($"trace_id IN (SELECT trace_id FROM spans WHERE {Service(service)})");
        }

        if (filter.Attribute is { Key.Length: > 0 } attribute)
        {
            var (condition, parameters) = Attribute(attribute, "attributes");
            sql.Where($"trace_id IN (SELECT trace_id FROM spans WHERE {condition})", parameters);
        }

        if (filter.CorrelationId is { Length: > 0 } correlationId)
        {
            sql.Where("trace_id IN (SELECT trace_id FROM spans WHERE correlation_id = ?)", correlationId);
        }

        sql.Add("GROUP BY trace_id HAVING true");
        if (filter.From is { } from)
        {
            sql.Add("AND first >= ?", UnixNanos.ToStored(from));
        }

        if (filter.To is { } to)
        {
            sql.Add("AND first <= ?", UnixNanos.ToStored(to));
        }

        if (filter.MinimumDuration is { } duration)
        {
            sql.Add("AND last - first >= ?", duration.Ticks * 100);
        }

        if (filter.HasError is { } hasError)
        {
            sql.Add(hasError ? "AND errors > 0" : "AND errors = 0");
        }

        return sql.Add(")");
    }

    /// <summary>The ids are our own: they stand in the text, so that the whole list is one condition.</summary>
    private static SqlText PartsSql(IReadOnlyList<TraceId> ids, long from, long to) => new(
        $"""
        SELECT hex_trace(trace_id), resource_id, count(*), count(*) FILTER (status = 2),
            arg_min(name, start_time) FILTER (parent_span_id IS NULL), epoch_ns(min(start_time) FILTER (parent_span_id IS NULL)),
            arg_min(name, start_time), epoch_ns(min(start_time)),
            arg_min(correlation_id, start_time) FILTER (correlation_id IS NOT NULL), epoch_ns(min(start_time) FILTER (correlation_id IS NOT NULL))
        FROM spans
        WHERE trace_id IN ({string.Join(", ", ids.Select(id => $"'{Uuid(id)}'::UUID"))})
            AND start_time BETWEEN make_timestamp_ns({from.ToString(CultureInfo.InvariantCulture)}) AND make_timestamp_ns({to.ToString(CultureInfo.InvariantCulture)})
        GROUP BY trace_id, resource_id
        """);

    private static bool IsTraceIdPart(string text) => text.Length is >= 4 and <= 32 && text.All(char.IsAsciiHexDigit);

    private SpanRecord ReadSpan(IDataRecord row, TraceId traceId) => new()
    {
        TraceId = traceId,
        SpanId = new((ulong)row.GetValue(0)),
        ParentSpanId = row.IsDBNull(1) ? default : new((ulong)row.GetValue(1)),
        Name = row.GetString(2),
        Kind = (SpanKind)row.GetByte(3),
        Status = (SpanStatus)row.GetByte(4),
        StatusMessage = Text(row, 5),
        Start = UnixNanos.FromStored(row.GetInt64(6)),
        Duration = UnixNanos.SpanFromStored(row.GetInt64(7)),
        Resource = resources[row.GetInt32(8)],
        Scope = row.GetString(9),
        Tags = TagJson.Read(Text(row, 10)),
        Events = ReadAll(Text(row, 11), json => new SpanEvent(
            UnixNanos.FromStored(json.GetProperty("time_ns").GetInt64()), json.GetProperty("name").GetString()!, TagJson.Read(json.GetProperty("attributes")))),
        Links = ReadAll(Text(row, 12), json => new SpanLink(ReadTrace(json), ReadSpanId(json), TagJson.Read(json.GetProperty("attributes")))),
    };

    private static TraceId ReadTrace(JsonElement json) =>
        json.TryGetProperty("trace_id", out var text) && TraceId.TryParse(text.GetString(), out var id) ? id : default;

    private static SpanId ReadSpanId(JsonElement json) =>
        json.TryGetProperty("span_id", out var text)
        && ulong.TryParse(text.GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? new(id) : default;

    private static IReadOnlyList<T> ReadAll<T>(string? text, Func<JsonElement, T> read)
    {
        if (text is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateArray().Select(read)];
    }
}
