namespace Dashboard.Telemetry.Metrics;

/// <summary>A copy of a series, for arithmetic.</summary>
internal sealed record SeriesReading
{
    /// <summary>The process.</summary>
    public required Resource Resource { get; init; }

    /// <summary>The instrument's name.</summary>
    public required string Instrument { get; init; }

    /// <summary>The series' attributes.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Time of the latest point, real time.</summary>
    public required DateTimeOffset LastTime { get; init; }

    /// <summary>The value when the run began; 0 if the series began within the run.</summary>
    public double Baseline { get; init; }

    /// <summary>The latest value.</summary>
    public double Value { get; init; }

    /// <summary>The samples since the run began, ascending, and the one before them.</summary>
    public IReadOnlyList<Sample> Samples { get; init; } = [];

    /// <summary>What a histogram recorded since the run began.</summary>
    public Histogram? Histogram { get; init; }
}
