using System.Data.Common;
using System.Text.Json;
using Dashboard.Api;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using DuckDB.NET.Data;
using Scenarios.Reports;

namespace Dashboard.Runs;

/// <summary>
/// Every finished run, of this process and of those before it: a file <c>&lt;id&gt;.run.json</c> beside the telemetry that it was recorded
/// with, and a row of the table <c>runs</c>.
/// </summary>
internal sealed partial class RunCatalog
{
    private const string Suffix = ".run.json";

    /// <summary>Reads only what is whole: a null where there must be something would be met on a page.</summary>
    private static readonly ApiJson Whole = new(new(ApiJson.Default.Options) { RespectNullableAnnotations = true });

    private readonly TelemetryDatabase _database;
    private readonly TimeProvider _clock;
    private readonly ILogger<RunCatalog> _logger;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (FinishedRun Run, string Folder)> _runs = new(StringComparer.Ordinal);

    public RunCatalog(TelemetryDatabase database, TimeProvider clock, ILogger<RunCatalog> logger)
    {
        (_database, _clock, _logger) = (database, clock, logger);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Folder)!, "*" + Suffix, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
        {
            Load(file);
        }
    }

    /// <summary>The runs, newest first.</summary>
    public IReadOnlyList<FinishedRun> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _runs.Values.Select(kept => kept.Run).OrderByDescending(run => run.Report.StartedAt).ThenByDescending(run => run.Id, StringComparer.Ordinal)];
            }
        }
    }

    private string Folder => Path.GetDirectoryName(_database.Path)!;

    /// <summary>The run, or null.</summary>
    public FinishedRun? Find(string id)
    {
        lock (_lock)
        {
            return _runs.TryGetValue(id, out var kept) ? kept.Run : null;
        }
    }

    /// <summary>The database that has a run's telemetry, or null if there is none; another than this process' own is written by nobody.</summary>
    public string? FindDatabase(string id)
    {
        lock (_lock)
        {
            return _runs.TryGetValue(id, out var kept) && Path.Combine(kept.Folder, RunDirectory.DatabaseName) is var path && File.Exists(path) ? path : null;
        }
    }

    /// <summary>Whether a run's telemetry is in the database that this process writes.</summary>
    public bool IsOfThisProcess(string id)
    {
        lock (_lock)
        {
            return _runs.TryGetValue(id, out var kept) && kept.Folder == Folder;
        }
    }

    /// <summary>Notes in the database that a run has begun: what is counted from its start is counted so from now on.</summary>
    public void Begin(RunStart run) => Record(run.Id, run.Scenario, run.FlowControl, run.Speed, run.Seed, run.StartedAt, report: null);

    /// <summary>Keeps a run. If it cannot be written it is known as long as this process lives, and the log says so.</summary>
    public void Keep(FinishedRun run)
    {
        lock (_lock)
        {
            _runs[run.Id] = (run, Folder);
        }

        Write(run, Folder);
        var report = run.Report;
        Record(run.Id, report.Scenario, report.FlowControl, report.Speed, report.Seed, report.StartedAt, report);
    }

    /// <summary>Keeps a run that an earlier process did not finish, where that process recorded it.</summary>
    public void KeepOfEarlier(FinishedRun run, string folder)
    {
        lock (_lock)
        {
            _runs[run.Id] = (run, folder);
        }

        Write(run, folder);
    }

    /// <summary>Gives a run another name; false: there is no such run.</summary>
    public bool Rename(string id, string name)
    {
        FinishedRun renamed;
        string folder;
        lock (_lock)
        {
            if (!_runs.TryGetValue(id, out var kept))
            {
                return false;
            }

            (renamed, folder) = (kept.Run with { Name = name }, kept.Folder);
            _runs[id] = (renamed, folder);
        }

        Write(renamed, folder);
        return true;
    }

    /// <summary>
    /// Forgets a run and its row, and with the last run of an earlier process its telemetry, unless another process is at work there; false:
    /// there is no such run.
    /// </summary>
    public bool Delete(string id)
    {
        string folder;
        bool isLast;
        lock (_lock)
        {
            if (!_runs.Remove(id, out var kept))
            {
                return false;
            }

            folder = kept.Folder;
            isLast = folder != Folder && !RunDirectory.IsHeld(folder) && _runs.Values.All(other => other.Folder != folder);
        }

        try
        {
            File.Delete(FilePath(folder, id));
            if (isLast)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogNotDeleted(id, refused.Message);
        }

        if (folder == Folder)
        {
            DeleteRow(id);
        }

        return true;
    }

    private void DeleteRow(string id)
    {
        try
        {
            using var connection = _database.Open();
            DeleteRow(connection, id);
        }
        catch (DbException refused)
        {
            LogNotDeleted(id, refused.Message);
        }
    }

    private static void DeleteRow(DuckDBConnection connection, string id) => TelemetryDatabase.Execute(connection, "DELETE FROM runs WHERE id = ?", id);

    private static string FilePath(string folder, string id) => Path.Combine(folder, id + Suffix);

    private void Load(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            // The file is written and deleted again under the run's id: it must be this one.
            if (JsonSerializer.Deserialize(stream, Whole.FinishedRun) is { Id: not null, Report: not null } run && run.Id + Suffix == Path.GetFileName(file))
            {
                _runs[run.Id] = (run with { Name = VisibleText.Of(run.Name) }, Path.GetDirectoryName(file)!);
            }
            else
            {
                LogNotRead(file, "it is not the run that it is named after.");
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            LogNotRead(file, unreadable.Message);
        }
    }

    /// <summary>Written beside and moved over: a file is a whole run or not there.</summary>
    private void Write(FinishedRun run, string folder)
    {
        var file = FilePath(folder, run.Id);
        try
        {
            File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(run, ApiJson.Default.FinishedRun));
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogNotKept(run.Id, refused.Message);
        }
    }

    /// <summary>The row of a run, in the place of one that it has already; with a report it has ended.</summary>
    private void Record(string id, string scenario, bool flowControl, double speed, int seed, DateTimeOffset startedAt, RunReport? report)
    {
        try
        {
            using var connection = _database.Open();
            DeleteRow(connection, id);
            TelemetryDatabase.Execute(
                connection,
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, make_timestamp_ns(?), make_timestamp_ns(?::BIGINT), ?)",
                id,
                scenario,
                flowControl,
                speed,
                (long)seed,
                UnixNanos.ToStored(startedAt),
                report is null ? null : UnixNanos.ToStored(_clock.GetUtcNow()),
                report is null ? null : JsonSerializer.Serialize(report, ApiJson.Default.RunReport));
        }
        catch (DbException refused)
        {
            LogNotRecorded(id, refused.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Run {Id} could not be written and is kept in memory only: {Problem}")]
    private partial void LogNotKept(string id, string problem);

    [LoggerMessage(2, LogLevel.Warning, "{File} is not a run that can be read: {Problem}")]
    private partial void LogNotRead(string file, string problem);

    [LoggerMessage(3, LogLevel.Warning, "Run {Id} is gone from the list, but not all of its files: {Problem}")]
    private partial void LogNotDeleted(string id, string problem);

    [LoggerMessage(4, LogLevel.Warning, "Run {Id} has no row in the database: {Problem}")]
    private partial void LogNotRecorded(string id, string problem);
}
