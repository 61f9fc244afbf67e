namespace Dashboard.Telemetry.Queries;

/// <summary>An instrument, a range of real time, a resolution, and what is made of the points.</summary>
internal sealed record MetricQuery
{
    /// <summary>The instrument.</summary>
    public required InstrumentKey Instrument { get; init; }

    /// <summary>The first instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The instant after the last.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Real time from one point of the chart to the next.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>What is made of the points.</summary>
    public MetricShape Shape { get; init; }

    /// <summary>Attributes that a series must have, with these values as text.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>The attribute by whose values series become lines; null: every combination is a line of its own.</summary>
    public string? GroupBy { get; init; }

    /// <summary>Lines at most; the rest is left out and counted.</summary>
    public int MaximumLines { get; init; } = 50;
}
