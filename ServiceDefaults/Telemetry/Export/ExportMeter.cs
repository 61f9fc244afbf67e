using System.Diagnostics.Metrics;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>The instruments of <see cref="ExportCounter"/>: what this process has exported, told as any other metric.</summary>
internal sealed class ExportMeter(IMeterFactory meters)
{
    /// <summary>The meter's name.</summary>
    public const string Name = "ServiceDefaults.Export";

    /// <summary>The meter in which the SDK itself counts the spans and log records that found its queues full.</summary>
    public const string SdkName = "otel.sdk.experimental";

    private readonly Meter _meter = meters.Create(Name);

    /// <summary>A counter for an exporter of spans.</summary>
    public ExportCounter Spans(string component) => Counter(Instruments.SpansExported, "{span}", component, "otlp_grpc_span_exporter");

    /// <summary>A counter for an exporter of log records.</summary>
    public ExportCounter Logs(string component) => Counter(Instruments.LogsExported, "{log_record}", component, "otlp_grpc_log_exporter");

    /// <summary>A counter for an exporter of metric points.</summary>
    public ExportCounter MetricPoints(string component) =>
        Counter(Instruments.MetricPointsExported, "{data_point}", component, "otlp_grpc_metric_exporter");

    private ExportCounter Counter(string instrument, string unit, string component, string type) =>
        new(_meter.CreateCounter<long>(instrument, unit, "Items whose export has ended, well or, with error.type, not"), component, type);
}
