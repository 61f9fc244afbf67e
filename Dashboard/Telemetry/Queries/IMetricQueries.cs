namespace Dashboard.Telemetry.Queries;

/// <summary>Questions to the metric points. Each call reads a consistent state and holds up no writer.</summary>
internal interface IMetricQueries
{
    /// <summary>Every instrument of every service, by service, meter and name.</summary>
    Task<IReadOnlyList<InstrumentItem>> InstrumentsAsync(CancellationToken cancellationToken);

    /// <summary>An instrument over time.</summary>
    Task<MetricChart> ChartAsync(MetricQuery query, CancellationToken cancellationToken);

    /// <summary>Measurements of an instrument that name their trace, newest first.</summary>
    Task<IReadOnlyList<ExemplarItem>> ExemplarsAsync(MetricQuery query, int limit, CancellationToken cancellationToken);
}
