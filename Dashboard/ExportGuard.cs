using System.Net;

namespace Dashboard;

/// <summary>Keeps the dashboard from sending its own telemetry to itself, where every batch would beget the next.</summary>
internal static class ExportGuard
{
    private static readonly string[] Keys =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
        ServiceDefaults.Telemetry.TelemetryExtensions.LabEndpointKey,
    ];

    /// <summary>The settings that name one of our own OTLP addresses.</summary>
    public static IEnumerable<string> KeysThatNameUs(IConfiguration configuration, DashboardEndpoints endpoints) => Keys.Where(key =>
        Uri.TryCreate(configuration[key], UriKind.Absolute, out var target)
        && endpoints.Otlp.Concat(endpoints.OtlpHttp).Any(own => own.Port == target.Port && IsThisMachine(target, own)));

    private static bool IsThisMachine(Uri target, BindingAddress own) =>
        target.IsLoopback
        || target.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || target.Host.Equals(own.Host, StringComparison.OrdinalIgnoreCase)
        || target.Host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(target.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
