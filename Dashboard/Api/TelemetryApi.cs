using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;

namespace Dashboard.Api;

/// <summary><c>/api/telemetry</c>.</summary>
internal static class TelemetryApi
{
    /// <summary>Maps it.</summary>
    public static void MapTelemetryApi(this RouteGroupBuilder api)
    {
        api.MapGet("/telemetry/stats", StatsAsync);
        api.MapGet("/telemetry/exports", (IExportQueries exports, CancellationToken cancellationToken) => exports.AccountsAsync(cancellationToken));
    }

    /// <summary>The counts, which are known without the database, and why it cannot be asked for the rest.</summary>
    private static async Task<TelemetryStats> StatsAsync(ITelemetryCounts counts, IExportQueries exports, CancellationToken cancellationToken)
    {
        // Before the accounts: what did not wait any more then is in them.
        var stats = counts.Read();
        try
        {
            return stats with { Exported = ExportTotals.Of(await exports.AccountsAsync(cancellationToken)) };
        }
        catch (TelemetryClosedException closed)
        {
            return stats with { Problem = closed.Message };
        }
    }
}
