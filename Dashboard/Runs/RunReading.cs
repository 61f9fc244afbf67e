using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Runs;

/// <summary>Everything that a run's figures are computed from, at one moment.</summary>
/// <param name="series">The series of <see cref="LabInstruments.All"/>, since the run began.</param>
/// <param name="start">The run.</param>
/// <param name="now">The moment, real time.</param>
internal sealed class RunReading(IReadOnlyList<SeriesReading> series, RunStart start, DateTimeOffset now)
{
    /// <summary>A process that has been silent for longer is taken for gone. Exports come every real second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A process reads its gauges within so long.</summary>
    private static readonly TimeSpan Export = TimeSpan.FromMilliseconds(100);

    /// <summary>All series.</summary>
    public IReadOnlyList<SeriesReading> Series { get; } = series;

    /// <summary>The run.</summary>
    public RunStart Start { get; } = start;

    /// <summary>Simulated seconds since the run began.</summary>
    public double Elapsed { get; } = Math.Max(0, (now - start.StartedAt).TotalSeconds * start.Speed);

    /// <summary>The sum of the counters of that name.</summary>
    public CounterCurve Counter(string instrument, Func<SeriesReading, bool>? where = null) =>
        new([.. Find([instrument], where).Select(CounterTrack)]);

    /// <summary>The sum of the gauges of those names.</summary>
    public GaugeCurve Gauge(IReadOnlyList<string> instruments, Func<SeriesReading, bool>? where = null) => new(
        [.. Find(instruments, where).Select(GaugeTrack)],
        Export.TotalSeconds * Start.Speed,
        // A process that was gone before the run has had nothing since.
        Find(instruments, where).Where(reading => reading.LastTime > Start.StartedAt).Sum(reading => reading.Baseline));

    /// <summary>The distributions of that name.</summary>
    public IReadOnlyList<Histogram> Histograms(string instrument) =>
        [.. Find([instrument], null).Select(reading => reading.Histogram).OfType<Histogram>()];

    /// <summary>Whether the process is still exporting.</summary>
    public bool IsAlive(SeriesReading reading) => now - reading.LastTime <= Patience;

    private IEnumerable<SeriesReading> Find(IReadOnlyList<string> instruments, Func<SeriesReading, bool>? where) =>
        Series.Where(reading => instruments.Contains(reading.Instrument, StringComparer.Ordinal) && (where is null || where(reading)));

    /// <summary>From 0 at the run's begin; what was exported a moment before it and arrived after counts from its first instant.</summary>
    private Track CounterTrack(SeriesReading reading)
    {
        List<TrackPoint> points = [new(0, 0)];
        foreach (var sample in reading.Samples)
        {
            var point = new TrackPoint(Seconds(reading.Resource, sample.Time), sample.Value - reading.Baseline);
            if (point.Seconds > 0)
            {
                points.Add(point);
            }
            else if (point.Value > 0)
            {
                points.Add(point with { Seconds = double.Epsilon });
            }
        }

        return new(points, Patience.TotalSeconds * reading.Resource.Clock.Speed, IsAlive(reading));
    }

    private Track GaugeTrack(SeriesReading reading) => new(
        [.. reading.Samples.Select(sample => new TrackPoint(Seconds(reading.Resource, sample.Time), sample.Value))],
        Patience.TotalSeconds * reading.Resource.Clock.Speed,
        IsAlive(reading));

    private double Seconds(Resource resource, DateTimeOffset time) => resource.Clock.Simulate(time - Start.StartedAt);
}
