using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ServiceDefaults.Aws;

namespace ServiceDefaults.Telemetry;

/// <summary>OpenTelemetry as every service of this system has it.</summary>
public static class TelemetryExtensions
{
    /// <summary>Resource attribute: simulated seconds a real second, so that a reader can turn span times into simulated ones.</summary>
    public const string ClockSpeedAttribute = "lab.clock.speed";

    /// <summary>Resource attribute: the instant (ISO 8601, UTC) at which simulated and real time agree.</summary>
    public const string ClockOriginAttribute = "lab.clock.origin";

    /// <summary>The environment's name for the lab's own OTLP receiver, which may stand beside OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
    public const string LabEndpointKey = "LAB_OTLP_ENDPOINT";

    internal const string ClockMeter = "ServiceDefaults.Clock";

    /// <summary>Real time between two exports of the metrics.</summary>
    private const int MetricIntervalMilliseconds = 1000;

    /// <summary>Spans, and log records, that may wait for export: a second of the worst minute at ten times the speed, several times over.</summary>
    private const int QueueSize = 65_536;

    private const int BatchSize = 2_048;

    /// <summary>
    /// Adds traces, metrics and logs, exported over OTLP to OTEL_EXPORTER_OTLP_ENDPOINT and to LAB_OTLP_ENDPOINT, each
    /// if it is set. Sources and meters named after the application are included, and those of <paramref name="sources"/>.
    /// </summary>
    /// <exception cref="OptionsValidationException">LAB_OTLP_ENDPOINT is no URL.</exception>
    public static TBuilder AddTelemetry<TBuilder>(this TBuilder builder, params string[] sources)
        where TBuilder : IHostApplicationBuilder
    {
        string[] names = [builder.Environment.ApplicationName, .. sources];
        var endpoints = ReadEndpoints(builder.Configuration);
        var isUnstructured = builder.Configuration.GetValue<bool>(UnstructuredLogs.Key);

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddDetector(static services => new ClockDetector(services.GetRequiredService<TimeProvider>())))
            .WithTracing(tracing =>
            {
                // Hosts set OTEL_TRACES_SAMPLER=always_on, by which every poll in the background would be a trace of its own: a caller that
                // does not sample is followed.
                tracing.AddSource(names).AddSource(AwsTelemetry.SourceName).SetSampler(new ParentBasedSampler(new AlwaysOnSampler()))
                    .AddAspNetCoreInstrumentation(static options => options.Filter = IsTraced)
                    .AddHttpClientInstrumentation();
                foreach (var (name, configure) in endpoints)
                {
                    tracing.AddOtlpExporter(name, options =>
                    {
                        configure(options);
                        options.BatchExportProcessorOptions.MaxQueueSize = QueueSize;
                        options.BatchExportProcessorOptions.MaxExportBatchSize = BatchSize;
                        options.BatchExportProcessorOptions.ScheduledDelayMilliseconds = MetricIntervalMilliseconds;
                    });
                }
            })
            .WithMetrics(metrics =>
            {
                // A point leads to a trace that it was measured in.
                metrics.AddMeter(names).AddMeter(ClockMeter, "Polly").SetExemplarFilter(ExemplarFilterType.TraceBased)
                    .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                    .AddView(Instruments.OrdersTimeToDelivery, new Base2ExponentialBucketHistogramConfiguration())
                    .AddView(Instruments.FaasInvokeDuration, new Base2ExponentialBucketHistogramConfiguration())
                    .AddView(Instruments.AsyncEventAge, new Base2ExponentialBucketHistogramConfiguration())
                    .AddView(Instruments.LoadLag, new Base2ExponentialBucketHistogramConfiguration())
                    .AddView(Instruments.ClockLag, new Base2ExponentialBucketHistogramConfiguration());
                foreach (var (name, configure) in endpoints)
                {
                    metrics.AddOtlpExporter(name, (options, reader) =>
                    {
                        configure(options);
                        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = MetricIntervalMilliseconds;
                    });
                }
            })
            .WithLogging(
                logging =>
                {
                    if (isUnstructured)
                    {
                        logging.AddProcessor(new UnstructuredLogs());
                    }

                    foreach (var (name, configure) in endpoints)
                    {
                        logging.AddOtlpExporter(name, (options, records) =>
                        {
                            configure(options);
                            records.BatchExportProcessorOptions.MaxQueueSize = QueueSize;
                            records.BatchExportProcessorOptions.MaxExportBatchSize = BatchSize;
                            records.BatchExportProcessorOptions.ScheduledDelayMilliseconds = MetricIntervalMilliseconds;
                        });
                    }
                },
                options =>
                {
                    options.IncludeFormattedMessage = true;
                    options.IncludeScopes = !isUnstructured;
                });

        builder.Services.AddHostedService<ClockLagProbe>();
        return builder;
    }

    /// <summary>Health probes would drown the traces of a quiet system.</summary>
    private static bool IsTraced(Microsoft.AspNetCore.Http.HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/alive", StringComparison.Ordinal);

    private static List<(string Name, Action<OtlpExporterOptions> Configure)> ReadEndpoints(IConfiguration configuration)
    {
        var standard = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        var lab = configuration[LabEndpointKey];
        List<(string, Action<OtlpExporterOptions>)> endpoints = [];
        if (!string.IsNullOrWhiteSpace(standard))
        {
            // The exporter reads the OTEL_EXPORTER_OTLP_* variables by itself.
            endpoints.Add(("otlp", static _ => { }));
        }

        if (!string.IsNullOrWhiteSpace(lab) && !string.Equals(lab, standard, StringComparison.OrdinalIgnoreCase))
        {
            if (!Uri.TryCreate(lab, UriKind.Absolute, out var receiver) || receiver.Scheme is not ("http" or "https"))
            {
                throw new OptionsValidationException(
                    LabEndpointKey, typeof(Uri), [$"{LabEndpointKey} = \"{lab}\": must be a URL as http://127.0.0.1:4317."]);
            }

            endpoints.Add(("lab", options =>
            {
                options.Endpoint = receiver;
                options.Protocol = OtlpExportProtocol.Grpc;
                options.Headers = configuration["LAB_OTLP_HEADERS"] ?? "";
            }
            ));
        }

        return endpoints;
    }
}
