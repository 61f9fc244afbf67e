using Dashboard.Api;

namespace Dashboard.Telemetry.Queries;

/// <summary>What was exported, beside what is stored.</summary>
internal interface IExportQueries
{
    /// <summary>Every process that says what it exported, by service and instance.</summary>
    Task<IReadOnlyList<ExportAccount>> AccountsAsync(CancellationToken cancellationToken);
}
