using System.Diagnostics.CodeAnalysis;
using DuckDB.NET.Data;

namespace Dashboard.Runs;

/// <summary>Opens what earlier processes have recorded.</summary>
/// <param name="runs">Where each run's file is.</param>
/// <param name="memoryMegabytes">What reading one may take.</param>
internal sealed class EarlierRuns(RunCatalog runs, int memoryMegabytes)
{
    /// <summary>Whether a run is named whose telemetry is not in the database of this process.</summary>
    public bool IsEarlier([NotNullWhen(true)] string? run) => !string.IsNullOrEmpty(run) && !runs.IsOfThisProcess(run);

    /// <summary>Opens the file of a run.</summary>
    /// <exception cref="RunNotReadableException">It is not kept, or cannot be opened.</exception>
    public EarlierRun Open(string run)
    {
        var path = runs.FindDatabase(run) ?? throw new RunNotReadableException("The telemetry of that run is not kept any more: choose another.");
        try
        {
            return EarlierRun.Open(path, memoryMegabytes);
        }
        catch (DuckDBException held)
        {
            throw new RunNotReadableException($"The telemetry of that run cannot be opened: {held.Message}");
        }
    }
}
