using System.Data;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Story;

/// <summary>Questions to the view of orders.</summary>
internal sealed class OrderQueries(ITelemetrySource database)
{
    private const string Columns = """
        SELECT correlation_id, hex_trace(trace_id), status, epoch_ns(accepted_at), epoch_ns(coalesce(delivered_at, dropped_at)), drop_reason,
            invocations, attempts, throttled, faults, timeouts, clock_speed, run_id
        FROM orders
        """;

    /// <summary>An order; null if nothing that is held names it.</summary>
    public async Task<OrderRow?> FindAsync(string correlationId, CancellationToken cancellationToken) =>
        (await database.QueryAsync(new(Columns + " WHERE correlation_id = ?", correlationId), Read, cancellationToken)).FirstOrDefault();

    /// <summary>Any one order of those that ended so, another each time; null if there is none.</summary>
    /// <param name="status">How they ended.</param>
    /// <param name="from">Accepted then or later, real time; null: whenever.</param>
    /// <param name="to">Accepted then or earlier.</param>
    public async Task<string?> AnyAsync(OrderStatus status, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var sql = new SqlText("SELECT correlation_id FROM orders").Where("status = ?", Name(status));
        if (from is { } first)
        {
            sql.Where("accepted_at >= make_timestamp_ns(?)", UnixNanos.ToStored(first));
        }

        if (to is { } last)
        {
            sql.Where("accepted_at <= make_timestamp_ns(?)", UnixNanos.ToStored(last));
        }

        return (await database.QueryAsync(sql.Add("ORDER BY random() LIMIT 1"), row => row.GetString(0), cancellationToken)).FirstOrDefault();
    }

    private static OrderRow Read(IDataRecord row) => new()
    {
        Id = row.GetString(0),
        TraceId = TraceId.TryParse(row.GetString(1), out var trace) ? trace : default,
        Status = row.GetString(2) switch
        {
            "delivered" => OrderStatus.Delivered,
            "dropped" => OrderStatus.Dropped,
            _ => OrderStatus.UnderWay,
        },
        AcceptedAt = Time(row, 3),
        EndedAt = Time(row, 4),
        DropReason = row.IsDBNull(5) ? null : row.GetString(5),
        Invocations = row.GetInt64(6),
        Attempts = row.GetInt64(7),
        Throttled = row.GetInt64(8),
        Faults = row.GetInt64(9),
        Timeouts = row.GetInt64(10),
        ClockSpeed = row.GetDouble(11),
        RunId = row.IsDBNull(12) ? null : row.GetString(12),
    };

    private static DateTimeOffset? Time(IDataRecord row, int column) => row.IsDBNull(column) ? null : UnixNanos.FromStored(row.GetInt64(column));

    private static string Name(OrderStatus status) => status switch
    {
        OrderStatus.Delivered => "delivered",
        OrderStatus.Dropped => "dropped",
        _ => "under way",
    };
}
