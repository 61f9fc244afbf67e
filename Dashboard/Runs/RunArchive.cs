using Dashboard.Telemetry;
using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Store;

namespace Dashboard.Runs;

/// <summary>The telemetry of every run that is kept, for the pages: of this process' runs its own database, of others their files.</summary>
internal sealed class RunArchive(
    TelemetryDatabase database, ITraceQueries traces, ILogQueries logs, EarlierRuns earlier, TimeProvider time) : IDisposable
{
    /// <summary>Files open at once; each has a database instance with memory of its own.</summary>
    private const int MaximumFiles = 2;

    private readonly SemaphoreSlim _places = new(MaximumFiles);

    /// <summary>Opens a run's telemetry, which the caller disposes of.</summary>
    /// <param name="run">The run; null or empty: what this process holds.</param>
    /// <param name="cancellationToken">Nobody waits for it any more.</param>
    /// <exception cref="RunNotReadableException">It is not kept, or cannot be read.</exception>
    public async Task<RunTelemetry> OpenAsync(string? run, CancellationToken cancellationToken)
    {
        if (!earlier.IsEarlier(run))
        {
            return new(database, traces, logs, null, () => { });
        }

        await _places.WaitAsync(cancellationToken);
        EarlierRun? opened = null;
        try
        {
            var file = opened = await Task.Run(() => earlier.Open(run), cancellationToken);
            var resources = await StoredResources.ReadAsync(file, cancellationToken);
            return new(file, new TraceQueries(file, resources), new LogQueries(file, resources, new TelemetryPulse(time)), run, () => Close(file));
        }
        catch
        {
            Close(opened);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private void Close(EarlierRun? file)
    {
        file?.Dispose();
        _places.Release();
    }
}
