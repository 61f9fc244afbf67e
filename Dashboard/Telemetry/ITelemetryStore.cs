namespace Dashboard.Telemetry;

/// <summary>Keeps one kind of telemetry. One caller at a time, the kind's only writer; readers may be about.</summary>
internal interface ITelemetryStore<in TBatch>
{
    /// <summary>Takes a batch.</summary>
    void Add(TBatch batch);

    /// <summary>Makes what was taken visible and durable.</summary>
    void Flush();

    /// <summary>Gives up what was taken since the last flush, after an error, and is ready for more.</summary>
    void Abandon();
}
