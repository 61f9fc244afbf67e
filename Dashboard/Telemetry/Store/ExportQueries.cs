using Dashboard.Api;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>Questions to <see cref="ExportsView"/>.</summary>
internal sealed class ExportQueries(TelemetryDatabase database) : IExportQueries
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<ExportAccount>> AccountsAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            new("SELECT service, instance, resource_id, signal, exported, stored, failed, dropped FROM exports ORDER BY ALL"),
            row => (
                Process: (Service: row.GetString(0), Instance: row.GetString(1), Id: row.GetInt32(2)),
                Signal: row.GetString(3),
                Balance: new ExportBalance(row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7))),
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Process).Select(process => new ExportAccount
            {
                Service = process.Key.Service,
                Instance = process.Key.Instance,
                Spans = process.First(row => row.Signal == "spans").Balance,
                Logs = process.First(row => row.Signal == "logs").Balance,
                MetricPoints = process.First(row => row.Signal == "metric points").Balance,
            }),
        ];
    }
}
