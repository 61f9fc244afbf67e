using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using Grpc.Core;

namespace Dashboard.Otlp;

/// <summary>Takes spans in.</summary>
internal sealed class TraceReceiver(SpanReader reader, IngestQueue<SpanRecord> queue) : Wire.TraceService.TraceServiceBase
{
    /// <inheritdoc />
    public override Task<Wire.ExportTraceServiceResponse> Export(Wire.ExportTraceServiceRequest request, ServerCallContext context)
    {
        var rejected = queue.Take(SpanReader.Count(request), count => reader.Read(request, count));
        return Task.FromResult(new Wire.ExportTraceServiceResponse
        {
            PartialSuccess = rejected == 0 ? null : new()
            {
                RejectedSpans = rejected,
                ErrorMessage = "A span needs a trace id of 16 bytes and a span id of 8.",
            },
        });
    }
}
