namespace Dashboard.Telemetry.Metrics;

/// <summary>What a process said about one series at one time.</summary>
internal sealed record MetricPoint
{
    /// <summary>The series.</summary>
    public required SeriesKey Key { get; init; }

    /// <summary>The process.</summary>
    public required Resource Resource { get; init; }

    /// <summary>The series' attributes.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The instrument's unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What the instrument measures.</summary>
    public string Description { get; init; } = "";

    /// <summary>Since when it counts, real time; null if not said.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it was so, real time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether it is what came since the point before, and not the whole.</summary>
    public bool IsDelta { get; init; }

    /// <summary>The value of a counter or gauge.</summary>
    public double Value { get; init; }

    /// <summary>The value of a histogram.</summary>
    public Histogram? Histogram { get; init; }

    /// <summary>Measurements that name their trace.</summary>
    public IReadOnlyList<Exemplar> Exemplars { get; init; } = [];
}
