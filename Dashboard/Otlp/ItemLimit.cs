namespace Dashboard.Otlp;

/// <summary>
/// How large one thing in a request may be. When the database puts what is new into its file it holds 2,048 rows, a vector of each column, in its
/// memory together (<see cref="Telemetry.Store.StoreOptions.MemoryMegabytes"/>): where they do not fit it is lost until the next start.
/// </summary>
internal static class ItemLimit
{
    /// <summary>A span, a log record or a metric point with everything in it, as it comes on the wire.</summary>
    public const int MaximumBytes = 48 * 1024;

    /// <summary>A resource with all its attributes, as it comes on the wire: it is kept in memory for good.</summary>
    public const int MaximumResourceBytes = 64 * 1024;

    /// <summary>A scope's name, a metric's name, unit or description: what is longer is cut, since every row of a request would repeat it.</summary>
    public const int MaximumNameLength = 1_024;

    /// <summary>What the sender of a larger item is told.</summary>
    public static string Reason { get; } = $"A span, a log record and a metric point may take up to {MaximumBytes} bytes.";

    /// <summary>A name, cut to its limit.</summary>
    public static string Name(string? name) => name is { Length: > MaximumNameLength } ? name[..MaximumNameLength] : name ?? "";
}
