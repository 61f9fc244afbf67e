namespace Dashboard.Resources;

/// <summary>How long to wait before the service is asked again: a quarter of a second, doubled up to five.</summary>
internal sealed class ReconnectSchedule
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _next = First;

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; private set; }

    /// <summary>It failed. Returns how long to wait.</summary>
    public TimeSpan Failed()
    {
        var wait = _next;
        Failures++;
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return wait;
    }

    /// <summary>It worked.</summary>
    public void Worked()
    {
        Failures = 0;
        _next = First;
    }
}
