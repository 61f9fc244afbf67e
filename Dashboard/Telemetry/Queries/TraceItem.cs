using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Queries;

/// <summary>A trace in a list. Times are real; <see cref="Clock"/> turns them into simulated ones.</summary>
internal sealed record TraceItem
{
    /// <summary>Its id.</summary>
    public required TraceId TraceId { get; init; }

    /// <summary>Its root span's name; the first span's, if the root is not held.</summary>
    public required string Name { get; init; }

    /// <summary>That span's service.</summary>
    public required string Service { get; init; }

    /// <summary>Its first span's start.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>From its first span's start to its last one's end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Spans held.</summary>
    public required int Spans { get; init; }

    /// <summary>How many of them failed.</summary>
    public required int Errors { get; init; }

    /// <summary>The services that took part, the one with the most spans first.</summary>
    public required IReadOnlyList<ServiceShare> Services { get; init; }

    /// <summary>The order that it names, the first if there are many; null if none.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The clock of the root's process.</summary>
    public required ResourceClock Clock { get; init; }
}
