using System.ComponentModel.DataAnnotations;

namespace Dashboard.Telemetry.Store;

/// <summary>The section <c>Dashboard:Store</c>: the database's share of the machine, and how long it keeps what it has.</summary>
internal sealed record StoreOptions
{
    /// <summary>The longest that anything taken in is not yet on disk, milliseconds. Default 500.</summary>
    [Range(10, 1_000)]
    public int FlushMilliseconds { get; init; } = 500;

    /// <summary>Rows of one table that are written to disk together at most. Default 50,000.</summary>
    [Range(1, 10_000_000)]
    public int FlushRows { get; init; } = 50_000;

    /// <summary>Memory that the database may use, megabytes. Default 160: with it the whole process stayed below 600 MB in a run of talk. A vector of the largest items (<see cref="Otlp.ItemLimit"/>) must fit.</summary>
    [Range(128, 1_000_000)]
    public int MemoryMegabytes { get; init; } = 160;

    /// <summary>Megabytes of its log after which the database puts what is new into its file, and its memory. Default 64.</summary>
    [Range(1, 1_000_000)]
    public int CheckpointMegabytes { get; init; } = 64;

    /// <summary>Threads that the database may use. Default 2.</summary>
    [Range(1, 256)]
    public int Threads { get; init; } = 2;

    /// <summary>Traces whose totals are in memory, for the list of traces; with more the table is asked. Default 500,000; 0 always asks the table.</summary>
    [Range(0, 10_000_000)]
    public int TraceWindow { get; init; } = 500_000;

    /// <summary>Telemetry that is older is trimmed, hours; 0 keeps it. Default 168, a week.</summary>
    [Range(0, 1_000_000)]
    public double MaxAgeHours { get; init; } = 168;

    /// <summary>Beyond this size, megabytes, the oldest tenth of every table is trimmed; 0 sets no limit. Default 4,096.</summary>
    [Range(0, 100_000_000)]
    public int MaxMegabytes { get; init; } = 4_096;

    /// <summary>Runs of the dashboard whose directories are kept, this one included; 0 keeps all. Default 50.</summary>
    [Range(0, 1_000_000)]
    public int MaxRunDirectories { get; init; } = 50;
}
