namespace Dashboard.Components.Formats;

/// <summary>Times as the reader's clock shows them: one for every open page.</summary>
internal sealed class BrowserClock(TimeProvider time)
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Sets the zone by its IANA name; one that this machine does not know leaves UTC.</summary>
    public void SetTimeZone(string? name)
    {
        if (name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            _zone = zone;
        }
    }

    /// <summary><c>14:03:07</c>, or <c>14:03:07.125</c>.</summary>
    public string Clock(DateTimeOffset at, bool withMilliseconds = false) =>
        TimeText.Of(TimeZoneInfo.ConvertTime(at, _zone), withMilliseconds ? "HH:mm:ss.fff" : "HH:mm:ss");

    /// <summary><c>2026-03-01 14:03:07.125 +01:00</c>.</summary>
    public string Full(DateTimeOffset at) => TimeText.Of(TimeZoneInfo.ConvertTime(at, _zone), "yyyy-MM-dd HH:mm:ss.fff zzz");

    /// <summary><c>2026-03-01 14:03:07</c>.</summary>
    public string Stamp(DateTimeOffset at) => TimeText.Of(TimeZoneInfo.ConvertTime(at, _zone), "yyyy-MM-dd HH:mm:ss");

    /// <summary>The time of day, with the date before it unless it is today's.</summary>
    public string Short(DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, _zone);
        return TimeText.Of(there, there.Date == TimeZoneInfo.ConvertTime(Now, _zone).Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss");
    }

    /// <summary><c>5 s ago</c>.</summary>
    public string Ago(DateTimeOffset at) => TimeText.Ago(Now - at);
}
