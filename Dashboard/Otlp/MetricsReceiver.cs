using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Grpc.Core;

namespace Dashboard.Otlp;

/// <summary>Takes metric points in.</summary>
internal sealed class MetricsReceiver(MetricReader reader, IngestQueue<MetricPoint> queue) : Wire.MetricsService.MetricsServiceBase
{
    /// <inheritdoc />
    public override Task<Wire.ExportMetricsServiceResponse> Export(Wire.ExportMetricsServiceRequest request, ServerCallContext context)
    {
        var rejected = queue.Take(MetricReader.Count(request), count => reader.Read(request, count));
        return Task.FromResult(new Wire.ExportMetricsServiceResponse
        {
            PartialSuccess = rejected == 0 ? null : new()
            {
                RejectedDataPoints = rejected,
                ErrorMessage = "Summaries, points without a value and histograms whose buckets do not fit their bounds are not taken.",
            },
        });
    }
}
