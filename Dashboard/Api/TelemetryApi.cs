using Dashboard.Telemetry.Queries;

namespace Dashboard.Api;

/// <summary><c>/api/telemetry</c>.</summary>
internal static class TelemetryApi
{
    /// <summary>Maps it.</summary>
    public static void MapTelemetryApi(this RouteGroupBuilder api) =>
        api.MapGet("/telemetry/stats", (ITelemetryCounts counts) => counts.Read());
}
