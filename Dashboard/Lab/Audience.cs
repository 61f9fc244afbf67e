namespace Dashboard.Lab;

/// <summary>Whether anybody looks at the lab: what only serves the page rests otherwise.</summary>
internal sealed class Audience(TimeProvider clock)
{
    private static readonly TimeSpan Attention = TimeSpan.FromSeconds(10);

    private long _lastLook = clock.GetTimestamp() - (long)(Attention.TotalSeconds * 2 * clock.TimestampFrequency);

    /// <summary>Whether somebody looked of late.</summary>
    public bool IsWatching => clock.GetElapsedTime(Interlocked.Read(ref _lastLook)) < Attention;

    /// <summary>Somebody looks.</summary>
    public void Look() => Interlocked.Exchange(ref _lastLook, clock.GetTimestamp());
}
