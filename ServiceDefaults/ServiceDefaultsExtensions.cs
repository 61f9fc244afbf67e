using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Access;
using ServiceDefaults.Clock;
using ServiceDefaults.Hosting;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults;

/// <summary>What every service of this system shares.</summary>
public static class ServiceDefaultsExtensions
{
    private const string LiveTag = "live";

    /// <summary>Adds the clock, telemetry, health checks, service discovery for HTTP clients, the hosts that requests may name and the watch on the host.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="sources">Further activity sources and meters, beside the one named after the application.</param>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder, params string[] sources)
        where TBuilder : IHostApplicationBuilder => builder.AddServiceBasics().AddTelemetry(sources);

    /// <summary>Adds what <see cref="AddServiceDefaults"/> adds, save telemetry: for a service that may have nobody to tell.</summary>
    public static TBuilder AddServiceBasics<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddClock();
        builder.Services.AddSingleton(KnownHosts.Read(builder.Configuration));
        builder.Services.AddHealthChecks().AddCheck("self", static () => HealthCheckResult.Healthy(), [LiveTag]);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(static http => http.AddServiceDiscovery());
        if (builder.Configuration.GetValue<bool>("Host:StopWithStandardInput"))
        {
            builder.Services.AddHostedService(static services => new ParentWatch(
                services.GetRequiredService<IHostApplicationLifetime>(), Console.OpenStandardInput));
        }

        return builder;
    }

    /// <summary>Maps <c>GET /health</c> (ready to serve) and <c>GET /alive</c> (the process answers).</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(LiveTag) });
        return app;
    }
}
