using Microsoft.Extensions.DependencyInjection;

namespace AppHost.Lab;

/// <summary>What the dashboard gets that other services do not.</summary>
internal static class DashboardExtensions
{
    /// <summary>Decides the secrets of this run.</summary>
    public static DashboardAccess AddDashboardAccess(this IDistributedApplicationBuilder builder)
    {
        var access = DashboardAccess.Create(builder.Configuration);
        builder.Services.AddSingleton(access);
        return access;
    }

    /// <summary>
    /// Opens the dashboard's receivers for OTLP, each on a port of its own: gRPC without TLS wants one that speaks nothing
    /// but HTTP/2.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithOtlpReceivers(this IResourceBuilder<ProjectResource> dashboard) =>
        dashboard
            .WithHttpEndpoint(name: ResourceNames.OtlpEndpoint, env: "DASHBOARD_OTLP_PORT")
            .WithHttpEndpoint(name: ResourceNames.OtlpHttpEndpoint, env: "DASHBOARD_OTLP_HTTP_PORT")
            .WithEnvironment("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", dashboard.GetEndpoint(ResourceNames.OtlpEndpoint))
            .WithEnvironment("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", dashboard.GetEndpoint(ResourceNames.OtlpHttpEndpoint));

    /// <summary>Tells the dashboard whom to let in, and where the app host tells of its resources.</summary>
    public static IResourceBuilder<ProjectResource> WithAccess(this IResourceBuilder<ProjectResource> dashboard, DashboardAccess access) =>
        dashboard.WithEnvironment(context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                return;
            }

            var variables = context.EnvironmentVariables;
            variables["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken";
            variables["DASHBOARD__FRONTEND__BROWSERTOKEN"] = access.BrowserToken;
            variables["DASHBOARD__OTLP__PRIMARYAPIKEY"] = access.OtlpApiKey;
            if (access.ResourceServiceUrl is { Length: > 0 } url)
            {
                variables["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = url;
                variables["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey";
                variables["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = access.ResourceServiceApiKey;
            }
        });
}
