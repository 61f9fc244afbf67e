using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>
/// Makes an exporter known to the provider, from which it has the resource, and ends it after the processor before has had its last
/// batch exported. It hands it no records.
/// </summary>
internal sealed class LogExporterOwner(OtlpLogExporter exporter) : SimpleLogRecordExportProcessor(exporter)
{
    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        // The batch processor has it.
    }
}
