using Dashboard.Telemetry;
using Dashboard.Telemetry.Logs;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Api;

/// <summary><c>/api/telemetry</c>.</summary>
internal static class TelemetryApi
{
    /// <summary>Maps it.</summary>
    public static void MapTelemetryApi(this RouteGroupBuilder api) => api.MapGet("/telemetry/stats", Stats);

    private static TelemetryStats Stats(
        IngestQueue<SpanRecord> spanQueue,
        IngestQueue<LogRecord> logQueue,
        IngestQueue<MetricPoint> metricQueue,
        TraceStore traces,
        LogRing logs,
        MetricStore metrics)
    {
        var waiting = spanQueue.Waiting + logQueue.Waiting + metricQueue.Waiting;
        var spans = traces.Counts;
        var records = logs.Counts;
        var points = metrics.Counts;
        return new()
        {
            Spans = spans.Spans,
            Logs = records.Records,
            MetricPoints = points.Points,
            Refused = spanQueue.Refused + logQueue.Refused + metricQueue.Refused,
            Trimmed = spans.Trimmed + records.Trimmed + points.Trimmed,
            Waiting = waiting,
            Traces = spans.Traces,
            Series = points.Series,
        };
    }
}
