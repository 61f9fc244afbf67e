using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;

namespace Dashboard.Runs;

/// <summary>The telemetry of a run, to be asked, and given back.</summary>
/// <param name="Source">The database that has it.</param>
/// <param name="Traces">Questions to its spans.</param>
/// <param name="Logs">Questions to its log records.</param>
/// <param name="Earlier">The run's id, if an earlier process recorded it and nothing more will come; null: this process has it.</param>
/// <param name="GiveBack">Closes what was opened for it.</param>
internal sealed record RunTelemetry(ITelemetrySource Source, ITraceQueries Traces, ILogQueries Logs, string? Earlier, Action GiveBack) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => GiveBack();
}
