namespace Dashboard.Telemetry;

/// <summary>Counts requests that came again although they had been taken in.</summary>
internal sealed class RepeatedRequests
{
    private long _count;

    /// <summary>How many.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Counts one.</summary>
    public void Add() => Interlocked.Increment(ref _count);
}
