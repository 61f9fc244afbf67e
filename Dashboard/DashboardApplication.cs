using System.Text.Json.Serialization;
using Amazon.CloudFormation;
using Dashboard.Api;
using Dashboard.Cloud;
using Dashboard.Components;
using Dashboard.Otlp;
using Dashboard.Resources;
using Dashboard.Runs;
using Dashboard.Security;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Logs;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Traces;
using Scenarios.Settings;
using ServiceDefaults;
using ServiceDefaults.Aws;

namespace Dashboard;

/// <summary>The process, put together.</summary>
internal static class DashboardApplication
{
    /// <summary>A batch of some thousand spans with long attributes.</summary>
    private const int MaximumMessageBytes = 32 * 1024 * 1024;

    /// <summary>Builds it from configuration; <paramref name="configure"/> has the last word.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Not the working directory, and not the name of a test's process: the pages' files are found by both.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(DashboardApplication).Assembly.GetName().Name,
        });
        var endpoints = DashboardEndpoints.Read(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(Overrides(builder.Configuration, endpoints));
        builder.WebHost.ConfigureKestrel(endpoints.Listen);
        // It would warn that it does not use ASPNETCORE_URLS itself; the endpoints above are made from it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.Services.AddSingleton(endpoints);
        builder.AddServiceDefaults();
        builder.AddSystemSettings();

        var options = SettingsReader.Read<DashboardSettings>(builder.Configuration).Dashboard;
        builder.Services.AddSingleton(options).AddTelemetryStores(options.Limits).AddOtlpReceivers(options.Otlp).AddRuns().AddApi();
        builder.Services.AddResourceDirectory(builder.Configuration, options.ResourceServiceClient);
        builder.AddFlowSwitch();
        builder.AddFrontendSecurity(options.Frontend, endpoints);
        builder.AddPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<OtlpGate>();
        app.UseMiddleware<FrontGate>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDefaultEndpoints();
        app.MapGrpcService<TraceReceiver>();
        app.MapGrpcService<MetricsReceiver>();
        app.MapGrpcService<LogsReceiver>();
        var api = app.MapGroup("/api").AddEndpointFilter<ApiAccessFilter>();
        api.MapRunsApi();
        api.MapTracesApi();
        api.MapTelemetryApi();
        api.MapFlowControlApi();
        app.MapPages();
        return app;
    }

    /// <summary>
    /// The dashboard looks on from outside of the simulation: its own waits are real, whatever clock the system has. And it
    /// sends nothing to itself.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string?>> Overrides(ConfigurationManager configuration, DashboardEndpoints endpoints) =>
    [
        new("Clock:Speed", "1"),
        new("Clock:Origin", ""),
        .. ExportGuard.KeysThatNameUs(configuration, endpoints).Select(key => new KeyValuePair<string, string?>(key, "")),
    ];

    private static IServiceCollection AddTelemetryStores(this IServiceCollection services, TelemetryLimits limits) => services
        .AddSingleton(limits)
        .AddSingleton<TraceStore>()
        .AddSingleton<LogRing>()
        .AddSingleton(new MetricStore(limits, LabInstruments.Continued))
        .AddIngest<SpanRecord, TraceStore>(limits)
        .AddIngest<LogRecord, LogRing>(limits)
        .AddIngest<MetricPoint, MetricStore>(limits);

    private static IServiceCollection AddIngest<T, TStore>(this IServiceCollection services, TelemetryLimits limits)
        where TStore : class, ITelemetryStore<T> => services
        .AddSingleton(new IngestQueue<T>(limits.MaxWaiting))
        .AddSingleton<ITelemetryStore<T>>(provider => provider.GetRequiredService<TStore>())
        .AddHostedService<IngestLoop<T>>();

    private static IServiceCollection AddOtlpReceivers(this IServiceCollection services, OtlpOptions options)
    {
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = MaximumMessageBytes;
            // Its route for unknown services would match the API's paths and turn 405 and 415 into 404.
            grpc.IgnoreUnknownServices = true;
        });
        return services
            .AddSingleton(options)
            .AddSingleton<StringPool>(_ => new())
            .AddSingleton<AttributeReader>()
            .AddSingleton<ResourceReader>()
            .AddSingleton<SpanReader>()
            .AddSingleton<MetricReader>()
            .AddSingleton<LogReader>()
            .AddSingleton<TraceReceiver>()
            .AddSingleton<MetricsReceiver>()
            .AddSingleton<LogsReceiver>();
    }

    private static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.AddHttpClient<OrderLedgers>();
        return services.AddSingleton<RunBook>();
    }

    /// <summary>A dashboard of its own, for any OTLP application, has no cloud behind it.</summary>
    private static void AddFlowSwitch(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>(AwsEnvironment.UseLocalStackKey)
            || !string.IsNullOrWhiteSpace(builder.Configuration[AwsEnvironment.RegionKey]))
        {
            builder.AddAwsClient<IAmazonCloudFormation>();
            builder.Services.AddSingleton<FlowSwitch>();
        }
    }

    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false)
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
}
