using ServiceDefaults.Telemetry;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// The view <c>exports</c>: what each process says that it exported, beside what is stored of it. A process says so in metrics of
/// OpenTelemetry's conventions for the SDK itself. A restarted one may count anew under the same name, from a later start on.
/// An export of metrics cannot count itself, but being here it was exported: its points are added.
/// </summary>
internal static class ExportsView
{
    private const string ErrorType = """json_extract_string(attributes, '$."error.type"')""";
    private const string Component = """json_extract_string(attributes, '$."otel.component.name"')""";

    /// <summary>Its query.</summary>
    public const string Sql = $$"""
        WITH told AS (
            SELECT resource_id, instrument, {{Component}} AS component, {{ErrorType}} AS error,
                CASE WHEN any_value(is_delta) THEN sum(value) ELSE max(value) END AS items, max(export_id) AS export_id
            FROM metric_points JOIN metric_series ON metric_series.id = series_id
            WHERE instrument IN (
                '{{Instruments.SpansExported}}', '{{Instruments.LogsExported}}', '{{Instruments.MetricPointsExported}}',
                '{{Instruments.SpansProcessed}}', '{{Instruments.LogsProcessed}}')
            GROUP BY resource_id, instrument, component, error, series_id, metric_points.start_time),
        by_component AS (
            SELECT resource_id, instrument, component, sum(items) FILTER (error IS NULL) AS good, sum(items) FILTER (error IS NOT NULL) AS bad
            FROM told GROUP BY resource_id, instrument, component),
        sums AS (
            SELECT resource_id,
                max(good) FILTER (instrument = '{{Instruments.SpansExported}}') AS spans, max(bad) FILTER (instrument = '{{Instruments.SpansExported}}') AS spans_failed,
                max(bad) FILTER (instrument = '{{Instruments.SpansProcessed}}') AS spans_dropped,
                max(good) FILTER (instrument = '{{Instruments.LogsExported}}') AS logs, max(bad) FILTER (instrument = '{{Instruments.LogsExported}}') AS logs_failed,
                max(bad) FILTER (instrument = '{{Instruments.LogsProcessed}}') AS logs_dropped,
                max(good) FILTER (instrument = '{{Instruments.MetricPointsExported}}') AS points,
                max(bad) FILTER (instrument = '{{Instruments.MetricPointsExported}}') AS points_failed
            FROM by_component GROUP BY resource_id),
        stored_points AS (
            SELECT resource_id, count(*) AS stored, count(*) FILTER (export_id IN (SELECT export_id FROM told)) AS telling
            FROM metric_points JOIN metric_series ON metric_series.id = series_id GROUP BY resource_id),
        rows AS (
            SELECT resource_id, 'spans' AS signal, spans AS exported, spans_failed AS failed, spans_dropped AS dropped, stored
            FROM sums LEFT JOIN (SELECT resource_id, count(*) AS stored FROM spans GROUP BY resource_id) USING (resource_id)
            UNION ALL
            SELECT resource_id, 'logs', logs, logs_failed, logs_dropped, stored
            FROM sums LEFT JOIN (SELECT resource_id, count(*) AS stored FROM logs GROUP BY resource_id) USING (resource_id)
            UNION ALL
            SELECT resource_id, 'metric points', coalesce(points, 0) + telling, points_failed, 0, stored FROM sums LEFT JOIN stored_points USING (resource_id))
        SELECT resource_id, service, instance, signal, coalesce(exported, 0)::BIGINT AS exported, coalesce(stored, 0)::BIGINT AS stored,
            coalesce(failed, 0)::BIGINT AS failed, coalesce(dropped, 0)::BIGINT AS dropped
        FROM rows JOIN resources ON resources.id = resource_id
        """;
}
