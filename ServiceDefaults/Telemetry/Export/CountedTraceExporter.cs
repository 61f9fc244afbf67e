using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>Exports spans and counts them.</summary>
internal sealed class CountedTraceExporter(OtlpExporterOptions options, ExportCounter counter) : OtlpTraceExporter(options)
{
    /// <inheritdoc />
    public override ExportResult Export(in Batch<Activity> batch)
    {
        // Before, as exporting empties the batch.
        var spans = batch.Count;
        return counter.Count(spans, base.Export(batch));
    }
}
