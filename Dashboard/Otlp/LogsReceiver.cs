using Dashboard.Telemetry;
using Dashboard.Telemetry.Logs;
using Grpc.Core;

namespace Dashboard.Otlp;

/// <summary>Takes log records in.</summary>
internal sealed class LogsReceiver(LogReader reader, IngestQueue<LogRecord> queue) : Wire.LogsService.LogsServiceBase
{
    /// <inheritdoc />
    public override Task<Wire.ExportLogsServiceResponse> Export(Wire.ExportLogsServiceRequest request, ServerCallContext context)
    {
        queue.Take(LogReader.Count(request), count => reader.Read(request, count));
        return Task.FromResult(new Wire.ExportLogsServiceResponse());
    }
}
