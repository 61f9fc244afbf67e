using System.Text.Json;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Runs.Journal;

/// <summary>
/// What a run's figures are made of, written down while it is on: whoever reads it has the run as far as it was told. A line is
/// handed to the system at once, so that it outlives this process, whatever ends it.
/// </summary>
internal sealed partial class RunJournal : IMetricWitness, IDisposable
{
    /// <summary>The end of a journal's name; what is before it is the run's id.</summary>
    public const string Suffix = ".run.journal";

    private readonly RunStart _run;
    private readonly Launch _launch;
    private readonly ILogger _logger;
    private readonly Dictionary<SeriesKey, int> _numbers = [];

    /// <summary>Metrics, flips and settings come from different threads.</summary>
    private readonly Lock _lock = new();

    private FileStream? _file;
    private int _next;

    /// <summary>The journal of a run that begins, or with <paramref name="known"/> series of one that goes on.</summary>
    public RunJournal(string folder, RunStart run, Launch launch, ILogger logger, int known = 0)
    {
        (_run, _launch, _logger, _next, Path) = (run, launch, logger, known, System.IO.Path.Combine(folder, run.Id + Suffix));
        Try(() => _file = new(Path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0));
    }

    /// <summary>Its file.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public void Begin(IReadOnlyList<MetricPoint> before) => Write(Entry(before) with { Run = _run, Launch = _launch.Id });

    /// <inheritdoc />
    public void Take(IReadOnlyList<MetricPoint> batch)
    {
        if (Entry(batch) is { Points.Count: > 0 } entry)
        {
            Write(entry);
        }
    }

    /// <summary>Nobody wrote for a while. What was being written when that began may be half a line.</summary>
    public void NoteAbsence(RunAbsence absence)
    {
        Try(() => _file?.Write("\n"u8));
        Write(new() { Absence = absence });
    }

    /// <summary>Flow control was turned.</summary>
    public void NoteFlip(RunFlip flip) => Write(new() { Flip = flip });

    /// <summary>The settings were seen.</summary>
    public void NoteSettings(RunSettings seen) => Write(new() { Settings = seen });

    /// <summary>The run is kept elsewhere now.</summary>
    public void Remove()
    {
        Dispose();
        Try(() => File.Delete(Path));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private JournalEntry Entry(IReadOnlyList<MetricPoint> points)
    {
        List<JournalSeries> series = [];
        List<JournalPoint> written = [];
        foreach (var point in points.Where(point => LabInstruments.Pipeline.Contains(point.Key.Instrument)))
        {
            if (!_numbers.TryGetValue(point.Key, out var number))
            {
                _numbers.Add(point.Key, number = _next++);
                series.Add(new()
                {
                    Number = number,
                    Key = point.Key,
                    Clock = point.Resource.Clock,
                    Tags = TagJson.Write(point.Tags),
                    Unit = point.Unit,
                });
            }

            written.Add(JournalPoint.Of(number, point));
        }

        return new() { Series = series, Points = written };
    }

    private void Write(JournalEntry entry) =>
        Try(() => _file?.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Default.JournalEntry), (byte)'\n']));

    /// <summary>A run that cannot be written down is still a run.</summary>
    private void Try(Action write)
    {
        try
        {
            lock (_lock)
            {
                write();
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(_logger, _run.Id, refused.Message);
            Dispose();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Run {Id} cannot be written down and would not outlive this process: {Problem}")]
    private static partial void LogNotWritten(ILogger logger, string id, string problem);
}
