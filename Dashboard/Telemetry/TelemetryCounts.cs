using Dashboard.Api;
using Dashboard.Telemetry.Logs;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;

namespace Dashboard.Telemetry;

/// <summary>The counts, from the queues and the tables; none of it needs the database open.</summary>
internal sealed class TelemetryCounts(
    IngestQueue<SpanBatch> spanQueue,
    IngestQueue<IReadOnlyList<LogRecord>> logQueue,
    IngestQueue<IReadOnlyList<MetricPoint>> metricQueue,
    Tables tables,
    MetricStore metrics,
    MetricSeriesTable series,
    RepeatedRequests repeated,
    TelemetryDatabase database) : ITelemetryCounts
{
    /// <inheritdoc />
    public TelemetryStats Read()
    {
        // First what waits: an item that is stored meanwhile counts twice rather than not at all.
        var waiting = spanQueue.Waiting + logQueue.Waiting + metricQueue.Waiting;
        return new()
        {
            Waiting = waiting,
            Spans = tables.Spans.Rows,
            Logs = tables.Logs.Rows,
            MetricPoints = tables.MetricPoints.Rows,
            Refused = spanQueue.Refused + logQueue.Refused + metricQueue.Refused + series.LeftOut,
            Trimmed = tables.All.Sum(table => table.Trimmed),
            Repeated = repeated.Count,
            Series = metrics.Counts.Series,
            Problem = database.Problem is { } problem ? TelemetryClosedException.Describe(problem) : null,
        };
    }
}
