namespace Dashboard.Otlp;

/// <summary>OTLP's times: nanoseconds since 1970.</summary>
internal static class UnixNanos
{
    private const ulong NanosecondsPerTick = 100;

    private static readonly ulong Latest = (ulong)(DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;

    /// <summary>The instant; one beyond the calendar becomes its last.</summary>
    public static DateTimeOffset ToTime(ulong nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(Math.Min(nanoseconds, Latest) / NanosecondsPerTick));

    /// <summary>The instant; null for 0, which says nothing.</summary>
    public static DateTimeOffset? ToTimeOrNull(ulong nanoseconds) => nanoseconds == 0 ? null : ToTime(nanoseconds);
}
