using Dashboard.Runs;
using Dashboard.Telemetry.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Tests.Runs;

/// <summary>A data directory with a catalog in it; opened again, it is another process'.</summary>
internal sealed class CatalogFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("catalog-tests-").FullName;
    private TelemetryDatabase? _database;

    public RunCatalog Catalog { get; private set; } = null!;

    public TelemetryDatabase Database => _database!;

    public RunCatalog Open(TimeProvider clock)
    {
        _database?.Dispose();
        _database = new(new DashboardOptions { DataDirectory = _path }, clock);
        return Catalog = new(_database, clock, NullLogger<RunCatalog>.Instance);
    }

    /// <summary>The catalog of another process at the same time.</summary>
    public (TelemetryDatabase Database, RunCatalog Catalog) OpenBeside(TimeProvider clock)
    {
        var database = new TelemetryDatabase(new DashboardOptions { DataDirectory = _path }, clock);
        return (database, new(database, clock, NullLogger<RunCatalog>.Instance));
    }

    public string[] Files(string pattern) => Directory.GetFiles(_path, pattern, SearchOption.AllDirectories);

    public void Dispose()
    {
        _database?.Dispose();
        Directory.Delete(_path, recursive: true);
    }
}
