namespace Dashboard.Telemetry.Queries;

/// <summary>Tells live pages that there is something new, at most a few times a second.</summary>
internal interface ITelemetryPulse
{
    /// <summary>A number that grows with each batch that has become visible to the queries.</summary>
    long Version { get; }

    /// <summary>Waits until <see cref="Version"/> is beyond <paramref name="seen"/>.</summary>
    /// <returns>The version then.</returns>
    ValueTask<long> WaitAsync(long seen, CancellationToken cancellationToken);
}
