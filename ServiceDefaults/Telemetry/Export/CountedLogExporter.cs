using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>Counts log records around the official exporter, which is sealed and so needs a <see cref="LogExporterOwner"/> as well.</summary>
internal sealed class CountedLogExporter(OtlpLogExporter exporter, ExportCounter counter) : BaseExporter<LogRecord>
{
    /// <inheritdoc />
    public override ExportResult Export(in Batch<LogRecord> batch)
    {
        var records = batch.Count;
        return counter.Count(records, exporter.Export(batch));
    }
}
