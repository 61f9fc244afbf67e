using Dashboard.Runs;
using Dashboard.Telemetry.Logs;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;

namespace Dashboard.Telemetry;

/// <summary>The store and its questions, put together.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds what keeps telemetry and what asks it.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, DashboardOptions options) => services
        .AddSingleton(options.Limits)
        .AddSingleton(options.Store)
        .AddSingleton<TelemetryDatabase>()
        .AddSingleton<ITelemetrySource>(provider => provider.GetRequiredService<TelemetryDatabase>())
        .AddSingleton<Tables>()
        .AddSingleton<TraceWindow>()
        .AddSingleton<ResourceTable>()
        .AddSingleton<IResourceLookup>(provider => provider.GetRequiredService<ResourceTable>())
        .AddSingleton<ResourceWriter>()
        .AddSingleton<SpanBatchPool>()
        .AddSingleton<MetricSeriesTable>()
        .AddSingleton(new MetricStore(options.Limits, LabInstruments.Continued))
        .AddSingleton<TelemetryPulse>()
        .AddSingleton<RepeatedRequests>()
        .AddSingleton<ITelemetryPulse>(provider => provider.GetRequiredService<TelemetryPulse>())
        // Before the writers, so that it stops after them.
        .AddHostedService<ExportsFile>()
        .AddIngest<SpanBatch, SpanStore>(options.Limits)
        .AddIngest<IReadOnlyList<LogRecord>, LogStore>(options.Limits)
        .AddIngest<IReadOnlyList<MetricPoint>, MetricPointStore>(options.Limits)
        .AddHostedService<Retention>()
        .AddHostedService<DatabaseKeeper>()
        .AddSingleton<IResourceQueries>(provider => provider.GetRequiredService<ResourceTable>())
        .AddSingleton<ITelemetryCounts, TelemetryCounts>()
        .AddSingleton<ITraceQueries, TraceQueries>()
        .AddSingleton<ILogQueries, LogQueries>()
        .AddSingleton<IMetricQueries, MetricQueries>()
        .AddSingleton<IExportQueries, ExportQueries>();

    private static IServiceCollection AddIngest<TBatch, TStore>(this IServiceCollection services, TelemetryLimits limits)
        where TStore : class, ITelemetryStore<TBatch> => services
        .AddSingleton(new IngestQueue<TBatch>(limits.MaxWaiting))
        .AddSingleton<ITelemetryStore<TBatch>, TStore>()
        .AddHostedService<IngestLoop<TBatch>>();
}
