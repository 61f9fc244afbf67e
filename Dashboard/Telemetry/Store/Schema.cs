namespace Dashboard.Telemetry.Store;

/// <summary>
/// The tables. Plain, so that anyone can ask them with the <c>duckdb</c> command line: docs/telemetry-store.md describes them.
/// Attributes are JSON; those that questions are often about are columns as well.
/// </summary>
internal static class Schema
{
    /// <summary>
    /// A row an order, from the spans that name it and the log record that says it was given up on. Times are real; seconds and the minute
    /// in which it came, counted from the start of its run (from the first order that is held, if it came in none), are simulated.
    /// </summary>
    public const string Orders = """
        WITH tried AS (
            SELECT correlation_id,
                any_value(trace_id) AS trace_id,
                min(start_time) FILTER (kind = 2 AND name = 'POST /notify') AS accepted_at,
                min(make_timestamp_ns(epoch_ns(start_time) + duration_ns)) FILTER (kind = 5 AND status <> 2) AS delivered_at,
                count(*) FILTER (kind = 5) AS invocations,
                count(*) FILTER (kind = 5 AND error_type = 'timeout') AS timeouts,
                count(*) FILTER (kind = 3 AND attempt IS NOT NULL) AS attempts,
                count(*) FILTER (kind = 3 AND attempt IS NOT NULL AND http_status = 429) AS throttled,
                count(*) FILTER (kind = 3 AND attempt IS NOT NULL AND http_status >= 500) AS faults,
                max(resource_id) FILTER (kind = 5 OR name = 'POST /notify') AS resource_id
            FROM spans WHERE correlation_id NOT IN ('undefined', 'not-supplied') GROUP BY correlation_id
            HAVING accepted_at IS NOT NULL OR invocations > 0),
        given_up AS (
            SELECT correlation_id, min(time) AS dropped_at, any_value(attributes->>'Reason') AS drop_reason
            FROM logs WHERE template = 'FAILED {CorrelationId}: dropped, {Reason}' GROUP BY correlation_id)
        SELECT correlation_id, trace_id,
            CASE WHEN delivered_at IS NOT NULL THEN 'delivered' WHEN dropped_at IS NOT NULL THEN 'dropped' ELSE 'under way' END AS status,
            accepted_at, delivered_at, dropped_at, drop_reason, invocations, attempts, throttled, faults, timeouts,
            CASE WHEN accepted_at <= coalesce(run.finished_at, accepted_at) THEN run.id END AS run_id,
            coalesce(CASE WHEN run_id IS NOT NULL THEN run.started_at END, first_at) AS run_started_at,
            (epoch_ns(delivered_at) - epoch_ns(accepted_at)) / 1e9 * clock_speed AS seconds_to_delivery,
            floor((epoch_ns(accepted_at) - epoch_ns(run_started_at)) / 6e10 * clock_speed)::INTEGER AS minute,
            clock_speed
        FROM tried LEFT JOIN given_up USING (correlation_id) JOIN resources ON resources.id = tried.resource_id
        CROSS JOIN (SELECT min(start_time) AS first_at FROM spans WHERE kind = 2 AND name = 'POST /notify') AS held
        ASOF LEFT JOIN (SELECT id, started_at, finished_at FROM runs) AS run ON accepted_at >= run.started_at
        """;

    /// <summary>Makes an empty database.</summary>
    public const string Create = $$"""
        CREATE TABLE resources (
            id INTEGER NOT NULL, service VARCHAR NOT NULL, instance VARCHAR NOT NULL, attributes JSON,
            clock_speed DOUBLE NOT NULL, clock_origin TIMESTAMP_NS NOT NULL);
        CREATE TABLE spans (
            trace_id UUID NOT NULL, span_id UBIGINT NOT NULL, parent_span_id UBIGINT, name VARCHAR NOT NULL,
            kind UTINYINT NOT NULL, status UTINYINT NOT NULL, status_message VARCHAR,
            start_time TIMESTAMP_NS NOT NULL, duration_ns BIGINT NOT NULL, resource_id INTEGER NOT NULL, scope VARCHAR NOT NULL,
            attributes JSON, events JSON, links JSON,
            correlation_id VARCHAR, http_status INTEGER, attempt INTEGER, faas_name VARCHAR, faas_trigger VARCHAR,
            messaging_destination VARCHAR, messaging_operation VARCHAR, error_type VARCHAR);
        CREATE TABLE logs (
            id BIGINT NOT NULL, time TIMESTAMP_NS NOT NULL, severity UTINYINT NOT NULL, message VARCHAR NOT NULL, template VARCHAR,
            scope VARCHAR NOT NULL, resource_id INTEGER NOT NULL, trace_id UUID, span_id UBIGINT,
            attributes JSON, correlation_id VARCHAR, has_exception BOOLEAN NOT NULL);
        CREATE TABLE metric_series (
            id INTEGER NOT NULL, resource_id INTEGER NOT NULL, meter VARCHAR NOT NULL, instrument VARCHAR NOT NULL,
            kind VARCHAR NOT NULL, is_delta BOOLEAN NOT NULL, unit VARCHAR NOT NULL, description VARCHAR NOT NULL, attributes JSON);
        CREATE TABLE metric_points (
            series_id INTEGER NOT NULL, start_time TIMESTAMP_NS, time TIMESTAMP_NS NOT NULL, value DOUBLE NOT NULL,
            sum DOUBLE, min DOUBLE, max DOUBLE, histogram JSON, exemplars JSON, export_id BIGINT NOT NULL);
        CREATE TABLE runs (
            id VARCHAR NOT NULL, scenario VARCHAR, flow_control BOOLEAN, speed DOUBLE, seed BIGINT,
            started_at TIMESTAMP_NS, finished_at TIMESTAMP_NS, report JSON);
        CREATE MACRO hex_trace(id) AS replace(id::VARCHAR, '-', '');
        CREATE MACRO hex_span(id) AS format('{:016x}', id);
        CREATE VIEW traces AS
            SELECT trace_id, min(start_time) AS start_time,
                max(epoch_ns(start_time) + duration_ns) - min(epoch_ns(start_time)) AS duration_ns,
                count(*) AS spans, count(*) FILTER (status = 2) AS errors, any_value(correlation_id) AS correlation_id
            FROM spans GROUP BY trace_id;
        CREATE VIEW orders AS
        {{Orders}};
        CREATE VIEW exports AS
        {{ExportsView.Sql}};
        """;
}
