using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Embedded;

/// <summary>A resource is told where telemetry goes.</summary>
/// <param name="Protocol">The protocol of choice, or null.</param>
internal sealed record OtlpAnnotation(OtlpProtocol? Protocol) : IResourceAnnotation
{
    private const string GrpcKey = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    private const string HttpKey = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    /// <summary>The variables for one instance.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Describe(
        string serviceName, string instance, IConfiguration configuration, IHostEnvironment environment)
    {
        yield return new("OTEL_SERVICE_NAME", serviceName);
        yield return new("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={instance}");
        if (Endpoint(configuration, environment.ContentRootPath) is var (url, protocol))
        {
            yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", url);
            yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", protocol);
            if (configuration["AppHost:OtlpApiKey"] is { Length: > 0 } key)
            {
                yield return new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={key}");
            }
        }

        if (environment.IsDevelopment())
        {
            yield return new("OTEL_BLRP_SCHEDULE_DELAY", "1000");
            yield return new("OTEL_BSP_SCHEDULE_DELAY", "1000");
            yield return new("OTEL_METRIC_EXPORT_INTERVAL", "1000");
            yield return new("OTEL_TRACES_SAMPLER", "always_on");
            yield return new("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based");
        }
    }

    // A dashboard that only the launch profile names is one that the official host would start; here nobody listens there.
    private (string Url, string Protocol)? Endpoint(IConfiguration configuration, string appHostDirectory)
    {
        var profile = configuration["DOTNET_LAUNCH_PROFILE"] is { } name
            ? LaunchProfiles.ReadBeside(appHostDirectory).Profiles.GetValueOrDefault(name)
            : null;
        var grpc = Configured(GrpcKey);
        var http = Configured(HttpKey);
        return Protocol switch
        {
            OtlpProtocol.HttpProtobuf or OtlpProtocol.HttpJson => http is null ? null : (http, Protocol == OtlpProtocol.HttpJson ? "http/json" : "http/protobuf"),
            OtlpProtocol.Grpc => grpc is null ? null : (grpc, "grpc"),
            _ => grpc is not null ? (grpc, "grpc") : http is not null ? (http, "http/protobuf") : null,
        };

        string? Configured(string key) =>
            configuration[key] is { Length: > 0 } value && profile?.EnvironmentVariables.GetValueOrDefault(key) != value ? value : null;
    }
}
