namespace Dashboard.Telemetry.Metrics;

/// <summary>Sees what a run's figures are made of, in the order in which the store takes it. It is called under the store's lock.</summary>
internal interface IMetricWitness
{
    /// <summary>A run begins: every series' latest point.</summary>
    void Begin(IReadOnlyList<MetricPoint> before);

    /// <summary>A batch was taken.</summary>
    void Take(IReadOnlyList<MetricPoint> batch);
}
