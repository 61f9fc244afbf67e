using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>
/// Exports metric points and counts them. An export that tells the count cannot have itself in it: its reader adds what it came with.
/// </summary>
internal sealed class CountedMetricExporter(OtlpExporterOptions options, ExportCounter counter) : OtlpMetricExporter(options)
{
    /// <inheritdoc />
    public override ExportResult Export(in Batch<Metric> metrics) => counter.Count(Points(metrics), base.Export(metrics));

    private static long Points(in Batch<Metric> metrics)
    {
        var points = 0L;
        foreach (var metric in metrics)
        {
            foreach (ref readonly var _ in metric.GetMetricPoints())
            {
                points++;
            }
        }

        return points;
    }
}
