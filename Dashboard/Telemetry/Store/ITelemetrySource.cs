using System.Data;

namespace Dashboard.Telemetry.Store;

/// <summary>A database of telemetry that can be asked: this process' own, or the file of an earlier run.</summary>
internal interface ITelemetrySource
{
    /// <summary>Asks, off the caller's thread, and reads every row.</summary>
    Task<List<T>> QueryAsync<T>(SqlText sql, Func<IDataRecord, T> read, CancellationToken cancellationToken);
}
