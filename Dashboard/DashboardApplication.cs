using System.Text.Json.Serialization;
using Amazon.CloudFormation;
using Dashboard.Api;
using Dashboard.Ask;
using Dashboard.Cloud;
using Dashboard.Components;
using Dashboard.Lab;
using Dashboard.Otlp;
using Dashboard.Resources;
using Dashboard.Runs;
using Dashboard.Runs.Journal;
using Dashboard.Security;
using Dashboard.Story;
using Dashboard.Telemetry;
using Scenarios.Settings;
using ServiceDefaults;
using ServiceDefaults.Aws;
using ServiceDefaults.Clock;

namespace Dashboard;

/// <summary>The process, put together.</summary>
internal static class DashboardApplication
{
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
        var launch = new Launch(builder.Configuration["Clock:Origin"] ?? "");
        var endpoints = DashboardEndpoints.Read(builder.Configuration);
        var speed = ClockExtensions.ReadClock(builder.Configuration) is AcceleratedTimeProvider fast ? fast.Speed : 1;
        endpoints.RequireFree();
        builder.Configuration.AddInMemoryCollection(Overrides(builder.Configuration, endpoints));
        builder.WebHost.ConfigureKestrel(endpoints.Listen);
        // It would warn that it does not use ASPNETCORE_URLS itself; the endpoints above are made from it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.Services.AddSingleton(endpoints);
        builder.AddServiceDefaults();
        builder.AddSystemSettings();

        var options = SettingsReader.Read<DashboardSettings>(builder.Configuration).Dashboard;
        builder.Services.AddSingleton(options).AddTelemetry(options).AddOtlpReceivers(options.Otlp, builder.Configuration).AddRuns(launch).AddLab(speed).AddAsk(options.Ask).AddStory().AddApi();
        builder.Services.AddResourceDirectory(builder.Configuration, options.ResourceServiceClient);
        builder.AddFlowSwitch();
        builder.AddFrontendSecurity(options.Frontend, endpoints);
        builder.AddPages();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<OtlpGate>();
        app.UseMiddleware<FrontGate>();
        app.UseExceptionHandler();
        app.UseStatusAnswers();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDefaultEndpoints();
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

    private static IServiceCollection AddRuns(this IServiceCollection services, Launch launch)
    {
        services.AddHttpClient<OrderLedgers>();
        return services.AddSingleton<RunCatalog>().AddSingleton<TelemetryCopy>().AddSingleton(launch).AddSingleton<RunJournals>().AddSingleton<RunBook>().AddSingleton<RunArchive>();
    }

    /// <summary>A dashboard of its own, for any OTLP application, has no cloud behind it.</summary>
    private static void AddFlowSwitch(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>(AwsEnvironment.UseLocalStackKey)
            || !string.IsNullOrWhiteSpace(builder.Configuration[AwsEnvironment.RegionKey]))
        {
            builder.AddAwsClient<IAmazonCloudFormation>();
            builder.Services.AddSingleton(static services =>
            {
                var flowSwitch = ActivatorUtilities.CreateInstance<FlowSwitch>(services);
                flowSwitch.Turned += services.GetRequiredService<RunBook>().NoteFlip;
                return flowSwitch;
            });
        }
    }

    private static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddExceptionHandler<ClosedTelemetryHandler>()
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false)
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
}
