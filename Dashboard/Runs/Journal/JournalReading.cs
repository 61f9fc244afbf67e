using System.Text.Json;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Runs.Journal;

/// <summary>A journal, read.</summary>
internal sealed record JournalReading
{
    /// <summary>The run, with the absences, the flips and the settings so far.</summary>
    public required RunStart Run { get; init; }

    /// <summary>The start of the system that it belongs to.</summary>
    public required string Launch { get; init; }

    /// <summary>What every series said last before the run.</summary>
    public required IReadOnlyList<MetricPoint> Before { get; init; }

    /// <summary>What they said in it.</summary>
    public required IReadOnlyList<IReadOnlyList<MetricPoint>> Batches { get; init; }

    /// <summary>How many series it knows by number.</summary>
    public required int Known { get; init; }

    /// <summary>When the last thing was heard of the run, real time.</summary>
    public DateTimeOffset LastHeard => Batches.SelectMany(batch => batch).Select(point => point.Time).Append(Run.StartedAt).Max();

    /// <summary>Reads a file; null if it is no journal.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static JournalReading? Read(string path)
    {
        JournalEntry? first = null;
        Dictionary<int, JournalSeries> series = [];
        List<IReadOnlyList<MetricPoint>> batches = [];
        List<RunAbsence> absences = [];
        List<RunFlip> flips = [];
        List<RunSettings> settings = [];
        foreach (var entry in File.ReadLines(path).Select(Parse).OfType<JournalEntry>())
        {
            first ??= entry;
            foreach (var told in entry.Series)
            {
                series[told.Number] = told;
            }

            batches.Add([.. entry.Points.Where(point => series.ContainsKey(point.Series)).Select(point => point.Read(series[point.Series]))]);
            if (entry.Absence is { } absence)
            {
                absences.Add(absence);
            }

            if (entry.Flip is { } flip)
            {
                flips.Add(flip);
            }

            if (entry.Settings is { } seen)
            {
                settings.Add(seen);
            }
        }

        return first is { Run: { } run, Launch: { } launch }
            ? new()
            {
                Run = settings.Aggregate(run with { Absences = absences, Flips = flips, SettingChanges = [] }, (known, seen) => known.Knowing(seen)),
                Launch = launch,
                Before = batches[0],
                Batches = [.. batches.Skip(1)],
                Known = series.Count == 0 ? 0 : series.Keys.Max() + 1,
            }
            : null;
    }

    /// <summary>Puts all of it into a store, in which the run is on then.</summary>
    public void Replay(MetricStore metrics)
    {
        metrics.Add(Before);
        metrics.BeginRun();
        foreach (var batch in Batches)
        {
            metrics.Add(batch);
        }
    }

    /// <summary>A line that its writer did not live to finish says nothing.</summary>
    private static JournalEntry? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
