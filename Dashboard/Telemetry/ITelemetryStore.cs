namespace Dashboard.Telemetry;

/// <summary>Keeps one kind of telemetry.</summary>
internal interface ITelemetryStore<T>
{
    /// <summary>Stores a batch. One caller at a time; readers may be about.</summary>
    void Add(IReadOnlyList<T> batch);
}
