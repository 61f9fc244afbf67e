using Dashboard.Telemetry;
using Dashboard.Telemetry.Logs;
using Google.Protobuf;

namespace Dashboard.Otlp;

/// <summary>Takes log records in.</summary>
internal sealed class LogSignal(LogReader reader, IngestQueue<IReadOnlyList<LogRecord>> queue) : IOtlpSignal
{
    /// <inheritdoc />
    public string HttpPath => "/v1/logs";

    /// <inheritdoc />
    public string GrpcPath => "/opentelemetry.proto.collector.logs.v1.LogsService/Export";

    /// <inheritdoc />
    public string RejectedProperty => "rejectedLogRecords";

    /// <inheritdoc />
    public OtlpOutcome Take(ReadOnlySpan<byte> request) => ObjectSignal.Take(
        request, Wire.ExportLogsServiceRequest.Parser, LogReader.Count, reader.Read, queue, ItemLimit.Reason);

    /// <inheritdoc />
    public byte[] Transcode(string json)
    {
        var request = OtlpJson.Parse<Wire.ExportLogsServiceRequest>(json);
        foreach (var record in request.ResourceLogs.SelectMany(resource => resource.ScopeLogs).SelectMany(scope => scope.LogRecords))
        {
            record.TraceId = OtlpJson.ReadHex(record.TraceId, "traceId");
            record.SpanId = OtlpJson.ReadHex(record.SpanId, "spanId");
        }

        return request.ToByteArray();
    }
}
