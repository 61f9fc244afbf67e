using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Google.Protobuf;

namespace Dashboard.Otlp;

/// <summary>Takes metric points in.</summary>
internal sealed class MetricSignal(MetricReader reader, IngestQueue<IReadOnlyList<MetricPoint>> queue) : IOtlpSignal
{
    /// <inheritdoc />
    public string HttpPath => "/v1/metrics";

    /// <inheritdoc />
    public string GrpcPath => "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";

    /// <inheritdoc />
    public string RejectedProperty => "rejectedDataPoints";

    /// <inheritdoc />
    public OtlpOutcome Take(ReadOnlySpan<byte> request) => ObjectSignal.Take(
        request,
        Wire.ExportMetricsServiceRequest.Parser,
        MetricReader.Count,
        reader.Read,
        queue,
        $"Summaries, points without a value and histograms whose buckets or figures make no sense are not taken. {ItemLimit.Reason}");

    /// <inheritdoc />
    public byte[] Transcode(string json)
    {
        var request = OtlpJson.Parse<Wire.ExportMetricsServiceRequest>(json);
        foreach (var metric in request.ResourceMetrics.SelectMany(resource => resource.ScopeMetrics).SelectMany(scope => scope.Metrics))
        {
            foreach (var exemplar in Exemplars(metric))
            {
                exemplar.TraceId = OtlpJson.ReadHex(exemplar.TraceId, "traceId");
                exemplar.SpanId = OtlpJson.ReadHex(exemplar.SpanId, "spanId");
            }
        }

        return request.ToByteArray();
    }

    private static IEnumerable<Wire.Exemplar> Exemplars(Wire.Metric metric) => metric.DataCase switch
    {
        Wire.Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.SelectMany(point => point.Exemplars),
        Wire.Metric.DataOneofCase.Sum => metric.Sum.DataPoints.SelectMany(point => point.Exemplars),
        Wire.Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.SelectMany(point => point.Exemplars),
        Wire.Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints.SelectMany(point => point.Exemplars),
        _ => [],
    };
}
