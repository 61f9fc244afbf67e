namespace Dashboard.Telemetry.Metrics;

/// <summary>A series in the store.</summary>
internal abstract class MetricSeries(MetricPoint first)
{
    /// <summary>What makes it one series.</summary>
    public SeriesKey Key { get; } = first.Key;

    /// <summary>Its attributes.</summary>
    public IReadOnlyList<Tag> Tags { get; } = first.Tags;

    /// <summary>Its unit.</summary>
    public string Unit { get; } = first.Unit;

    /// <summary>The process, as it last described itself.</summary>
    public Resource Resource { get; private set; } = first.Resource;

    /// <summary>Its latest point; null before the first.</summary>
    public MetricPoint? Latest { get; private set; }

    /// <summary>Time of its latest point; null before the first.</summary>
    public DateTimeOffset? LastTime => Latest?.Time;

    /// <summary>Since when its latest point counts.</summary>
    protected DateTimeOffset? Start { get; private set; }

    /// <summary>Takes a point; one that is not newer than the latest says nothing new.</summary>
    /// <param name="point">The point.</param>
    /// <param name="previousExport">When the process last exported anything before, real time.</param>
    /// <param name="inRun">Whether a run is on.</param>
    public void Apply(MetricPoint point, DateTimeOffset? previousExport, bool inRun)
    {
        if (point.Time <= LastTime)
        {
            return;
        }

        Take(point, previousExport, inRun);
        Resource = point.Resource;
        Latest = point.Exemplars.Count == 0 ? point : point with { Exemplars = [] };
        Start = point.Start ?? Start;
    }

    /// <summary>A run begins: differences are taken from here.</summary>
    public abstract void Mark();

    /// <summary>Forgets the samples of a run that is over.</summary>
    public abstract void Trim();

    /// <summary>A copy of what it has since <paramref name="from"/>.</summary>
    public abstract SeriesReading Read(DateTimeOffset from);

    /// <summary>Takes a point that is newer.</summary>
    protected abstract void Take(MetricPoint point, DateTimeOffset? previousExport, bool inRun);

    /// <summary>Whether the process counts from a later start than before: it has been restarted.</summary>
    protected bool HasRestarted(MetricPoint point) => point.Start > Start;
}
