namespace Dashboard.Telemetry;

/// <summary>Times on the wire and in the store: nanoseconds since 1970.</summary>
internal static class UnixNanos
{
    private const ulong NanosecondsPerTick = 100;

    private static readonly ulong Latest = (ulong)(DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>The latest that is stored, in the year 2116: any two added up are still a number of 64 bits.</summary>
    private const ulong LatestStored = 1UL << 62;

    /// <summary>The nanoseconds as they are stored; a time beyond becomes the latest.</summary>
    public static long ToStored(ulong nanoseconds) => (long)Math.Min(nanoseconds, LatestStored);

    /// <summary>The nanoseconds as they are stored; a time beyond becomes the latest, one before 1970 the first.</summary>
    public static long ToStored(DateTimeOffset time)
    {
        var ticks = Math.Clamp((time - DateTimeOffset.UnixEpoch).Ticks, 0, (long)(LatestStored / NanosecondsPerTick));
        return ticks * (long)NanosecondsPerTick;
    }

    /// <summary>The instant of stored nanoseconds.</summary>
    public static DateTimeOffset FromStored(long nanoseconds) => ToTime((ulong)Math.Max(0, nanoseconds));

    /// <summary>The span of time of stored nanoseconds.</summary>
    public static TimeSpan SpanFromStored(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / (long)NanosecondsPerTick);

    /// <summary>The instant; one beyond the calendar becomes its last.</summary>
    public static DateTimeOffset ToTime(ulong nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(Math.Min(nanoseconds, Latest) / NanosecondsPerTick));

    /// <summary>The instant; null for 0, which says nothing.</summary>
    public static DateTimeOffset? ToTimeOrNull(ulong nanoseconds) => nanoseconds == 0 ? null : ToTime(nanoseconds);
}
