using Dashboard.Telemetry.Queries;

namespace Dashboard.Api;

/// <summary><c>/api/telemetry</c>.</summary>
internal static class TelemetryApi
{
    /// <summary>Maps it.</summary>
    public static void MapTelemetryApi(this RouteGroupBuilder api)
    {
        api.MapGet("/telemetry/stats", async (ITelemetryCounts counts, IExportQueries exports, CancellationToken cancellationToken) =>
            counts.Read() with { Exported = ExportTotals.Of(await exports.AccountsAsync(cancellationToken)) });
        api.MapGet("/telemetry/exports", (IExportQueries exports, CancellationToken cancellationToken) => exports.AccountsAsync(cancellationToken));
    }
}
