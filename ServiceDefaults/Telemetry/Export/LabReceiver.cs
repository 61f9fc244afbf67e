using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>The lab's own OTLP receiver: what is exported to it is counted.</summary>
/// <param name="Endpoint">Its address, for gRPC.</param>
/// <param name="Headers">Headers as in OTEL_EXPORTER_OTLP_HEADERS.</param>
internal sealed record LabReceiver(Uri Endpoint, string Headers)
{
    private const string Component = "lab";

    /// <summary>Real time between two exports.</summary>
    public const int IntervalMilliseconds = 1000;

    /// <summary>Spans, and log records, that may wait for export: a second of the worst minute at ten times the speed, several times over.</summary>
    public const int QueueSize = 65_536;

    /// <summary>Spans, and log records, in one export at most.</summary>
    public const int BatchSize = 2_048;

    private const int TimeoutMilliseconds = 30_000;

    /// <summary>Exports spans to it.</summary>
    public void Add(TracerProviderBuilder tracing) => tracing.AddProcessor(services => new BatchActivityExportProcessor(
        new CountedTraceExporter(Options(), Meter(services).Spans(Component)), QueueSize, IntervalMilliseconds, TimeoutMilliseconds, BatchSize));

    /// <summary>Exports metrics to it.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The reader is the provider's.")]
    public void Add(MeterProviderBuilder metrics) => metrics.AddMeter(ExportMeter.Name, ExportMeter.SdkName).AddReader(services =>
        new PeriodicExportingMetricReader(new CountedMetricExporter(Options(), Meter(services).MetricPoints(Component)), IntervalMilliseconds));

    /// <summary>Exports log records to it.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The processors are the provider's.")]
    public void Add(LoggerProviderBuilder logging) => logging.AddProcessor(services =>
    {
        var exporter = new OtlpLogExporter(Options());
        return new CompositeProcessor<LogRecord>(
        [
            new BatchLogRecordExportProcessor(
                new CountedLogExporter(exporter, Meter(services).Logs(Component)), QueueSize, IntervalMilliseconds, TimeoutMilliseconds, BatchSize),
            new LogExporterOwner(exporter),
        ]);
    });

    private static ExportMeter Meter(IServiceProvider services) => services.GetRequiredService<ExportMeter>();

    private OtlpExporterOptions Options() => new() { Endpoint = Endpoint, Protocol = OtlpExportProtocol.Grpc, Headers = Headers };
}
