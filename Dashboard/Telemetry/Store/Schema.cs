namespace Dashboard.Telemetry.Store;

/// <summary>
/// The tables. Plain, so that anyone can ask them with the <c>duckdb</c> command line: docs/telemetry-store.md describes them.
/// Attributes are JSON; those that questions are often about are columns as well.
/// </summary>
internal static class Schema
{
    /// <summary>Makes an empty database.</summary>
    public const string Create = """
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
            sum DOUBLE, min DOUBLE, max DOUBLE, histogram JSON, exemplars JSON);
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
        """;
}
