using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ServiceDefaults.Aws;
using ServiceDefaults.Telemetry.Export;

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

    /// <summary>The standard's name for an OTLP receiver.</summary>
    public const string StandardEndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal const string ClockMeter = "ServiceDefaults.Clock";

    /// <summary>
    /// Adds traces, metrics and logs, exported over OTLP to OTEL_EXPORTER_OTLP_ENDPOINT and to LAB_OTLP_ENDPOINT, each
    /// if it is set. Sources and meters named after the application are included, and those of <paramref name="sources"/>.
    /// </summary>
    /// <exception cref="OptionsValidationException">LAB_OTLP_ENDPOINT is no URL.</exception>
    public static TBuilder AddTelemetry<TBuilder>(this TBuilder builder, params string[] sources)
        where TBuilder : IHostApplicationBuilder
    {
        string[] names = [builder.Environment.ApplicationName, .. sources];
        var (isStandard, lab) = ReadEndpoints(builder.Configuration);
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
                lab?.Add(tracing);
                if (isStandard)
                {
                    tracing.AddOtlpExporter(static options =>
                    {
                        options.BatchExportProcessorOptions.MaxQueueSize = LabReceiver.QueueSize;
                        options.BatchExportProcessorOptions.MaxExportBatchSize = LabReceiver.BatchSize;
                        options.BatchExportProcessorOptions.ScheduledDelayMilliseconds = LabReceiver.IntervalMilliseconds;
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
                lab?.Add(metrics);
                if (isStandard)
                {
                    metrics.AddOtlpExporter(static (_, reader) =>
                        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = LabReceiver.IntervalMilliseconds);
                }
            })
            .WithLogging(
                logging =>
                {
                    if (isUnstructured)
                    {
                        logging.AddProcessor(new UnstructuredLogs());
                    }

                    lab?.Add(logging);
                    if (isStandard)
                    {
                        logging.AddOtlpExporter(static (_, records) =>
                        {
                            records.BatchExportProcessorOptions.MaxQueueSize = LabReceiver.QueueSize;
                            records.BatchExportProcessorOptions.MaxExportBatchSize = LabReceiver.BatchSize;
                            records.BatchExportProcessorOptions.ScheduledDelayMilliseconds = LabReceiver.IntervalMilliseconds;
                        });
                    }
                },
                options =>
                {
                    options.IncludeFormattedMessage = true;
                    options.IncludeScopes = !isUnstructured;
                });

        builder.Services.AddSingleton<ExportMeter>().AddHostedService<LastExport>().AddHostedService<ClockLagProbe>();
        return builder;
    }

    /// <summary>Whether anybody is told: an endpoint is set.</summary>
    /// <exception cref="OptionsValidationException">LAB_OTLP_ENDPOINT is no URL.</exception>
    public static bool HasReceiver(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return ReadEndpoints(configuration) is not (false, null);
    }

    /// <summary>Health probes would drown the traces of a quiet system.</summary>
    private static bool IsTraced(Microsoft.AspNetCore.Http.HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/alive", StringComparison.Ordinal);

    /// <returns>Whether the standard endpoint is set, whose OTEL_EXPORTER_OTLP_* variables the exporter reads by itself; and the lab's receiver, if it is another one.</returns>
    private static (bool IsStandard, LabReceiver? Lab) ReadEndpoints(IConfiguration configuration)
    {
        var standard = configuration[StandardEndpointKey];
        var lab = configuration[LabEndpointKey];
        var isStandard = !string.IsNullOrWhiteSpace(standard);
        if (string.IsNullOrWhiteSpace(lab) || string.Equals(lab, standard, StringComparison.OrdinalIgnoreCase))
        {
            return (isStandard, null);
        }

        return Uri.TryCreate(lab, UriKind.Absolute, out var receiver) && receiver.Scheme is ("http" or "https")
            ? (isStandard, new(receiver, configuration["LAB_OTLP_HEADERS"] ?? ""))
            : throw new OptionsValidationException(
                LabEndpointKey, typeof(Uri), [$"{LabEndpointKey} = \"{lab}\": must be a URL as http://127.0.0.1:4317."]);
    }
}
