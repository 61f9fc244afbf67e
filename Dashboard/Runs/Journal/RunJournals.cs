using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Store;
using Scenarios.Settings;

namespace Dashboard.Runs.Journal;

/// <summary>
/// The journals of runs that are not finished: this process' own, and those that an earlier one left behind when it was ended in
/// the middle. One of this start of the system goes on; one of another start is over, and kept as far as it came.
/// </summary>
internal sealed partial class RunJournals(
    TelemetryDatabase database,
    RunCatalog catalog,
    Launch launch,
    TelemetryLimits limits,
    SystemSettings settings,
    TimeProvider clock,
    ILogger<RunJournals> logger)
{
    private readonly string _folder = Path.GetDirectoryName(database.Path)!;

    /// <summary>A journal for a run that begins.</summary>
    public RunJournal Open(RunStart run) => new(_folder, run, launch, logger);

    /// <summary>Sees to what earlier processes left behind.</summary>
    /// <param name="metrics">Gets what was told of the run that goes on.</param>
    /// <returns>That run and its journal; null: there is none.</returns>
    public (RunStart Run, RunJournal Journal)? TakeUp(MetricStore metrics)
    {
        (RunStart, RunJournal)? ours = null;
        foreach (var path in Abandoned())
        {
            try
            {
                ours = TakeUp(path, metrics, isFree: ours is null) ?? ours;
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                LogNotRead(path, unreadable.Message);
            }
        }

        return ours;
    }

    /// <summary>Newest first.</summary>
    private IEnumerable<string> Abandoned() => Directory.GetDirectories(Path.GetDirectoryName(_folder)!)
        .Where(folder => folder != _folder && !RunDirectory.IsHeld(folder))
        .SelectMany(folder => Directory.GetFiles(folder, "*" + RunJournal.Suffix))
        .OrderByDescending(Path.GetFileName, StringComparer.Ordinal);

    private (RunStart, RunJournal)? TakeUp(string path, MetricStore metrics, bool isFree)
    {
        if (JournalReading.Read(path) is not { } read || catalog.Find(read.Run.Id) is not null)
        {
            File.Delete(path);
            return null;
        }

        if (!isFree || launch.Id.Length == 0 || read.Launch != launch.Id)
        {
            Close(read, path);
            return null;
        }

        // Whoever moves it has it.
        File.Move(path, Path.Combine(_folder, Path.GetFileName(path)));
        var absence = new RunAbsence(read.LastHeard, clock.GetUtcNow());
        var run = read.Run with { Absences = [.. read.Run.Absences, absence] };
        read.Replay(metrics);
        var journal = new RunJournal(_folder, run, launch, logger, read.Known);
        journal.NoteAbsence(absence);
        metrics.ContinueRun(journal);
        LogTakenUp(run.Id, (absence.To - absence.From).TotalSeconds);
        return (run, journal);
    }

    private void Close(JournalReading read, string path)
    {
        var metrics = new MetricStore(limits, LabInstruments.Continued);
        read.Replay(metrics);
        var reading = new RunReading(metrics.Read(LabInstruments.All, read.Run.StartedAt), read.Run, read.LastHeard);
        var report = RunArithmetic.Report(reading, new(reading, settings.EventSource.QueueName), drained: false);
        catalog.KeepOfEarlier(
            new(read.Run.Id, report with { Warnings = [.. report.Warnings, "The system ended before this run was finished: these are its figures at that moment."] }),
            Path.GetDirectoryName(path)!);
        File.Delete(path);
        LogClosed(read.Run.Id);
    }

    [LoggerMessage(1, LogLevel.Information, "Run {Id} is taken up again after {Seconds:0.0} s in which nobody followed it")]
    private partial void LogTakenUp(string id, double seconds);

    [LoggerMessage(2, LogLevel.Information, "Run {Id} of an earlier start was not finished and is kept as far as it came")]
    private partial void LogClosed(string id);

    [LoggerMessage(3, LogLevel.Warning, "{File} is not a journal that can be read: {Problem}")]
    private partial void LogNotRead(string file, string problem);
}
