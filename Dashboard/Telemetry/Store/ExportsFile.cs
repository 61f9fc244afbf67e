using System.Data.Common;
using System.Text.Json;
using Dashboard.Api;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// When the dashboard stops, after the last of what was taken in is stored: says whether all that was exported is, and leaves the accounts
/// beside the database, for those who have no command line for it.
/// </summary>
internal sealed partial class ExportsFile(TelemetryDatabase database, IExportQueries exports, ILogger<ExportsFile> logger) : IHostedService
{
    /// <summary>The file's name in a run directory.</summary>
    public const string Name = "exports.json";

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            var accounts = await exports.AccountsAsync(cancellationToken);
            if (accounts.Count == 0)
            {
                return;
            }

            await File.WriteAllBytesAsync(
                Path.Combine(Path.GetDirectoryName(database.Path)!, Name),
                JsonSerializer.SerializeToUtf8Bytes(accounts, ApiJson.Default.IReadOnlyListExportAccount),
                cancellationToken);
            var totals = ExportTotals.Of(accounts);
            foreach (var (signal, balance) in new[] { ("spans", totals.Spans), ("log records", totals.Logs), ("metric points", totals.MetricPoints) })
            {
                LogStored(logger, signal, balance.Stored, balance.Exported, balance.Failed + balance.Dropped);
            }
        }
        catch (Exception failure) when (failure is DbException or IOException or OperationCanceledException)
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "STORED {Signal}: {Stored} of {Exported} exported; {Lost} lost before")]
    private static partial void LogStored(ILogger logger, string signal, long stored, long exported, long lost);

    [LoggerMessage(2, LogLevel.Warning, "EXPORTS could not be compared with what is stored")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
