namespace Dashboard.Telemetry.Queries;

/// <summary>
/// Which traces, in which order, which part of them. A property that is null filters nothing. A trace passes if it has a
/// span for each of the text, the resource, the attribute and the correlation id; not necessarily the same one.
/// </summary>
internal sealed record TraceFilter
{
    /// <summary>Part of a span's name in any case, or the beginning of a trace id.</summary>
    public string? Text { get; init; }

    /// <summary>A service that took part.</summary>
    public string? Resource { get; init; }

    /// <summary>True: a span failed; false: none did.</summary>
    public bool? HasError { get; init; }

    /// <summary>The shortest duration, real time.</summary>
    public TimeSpan? MinimumDuration { get; init; }

    /// <summary>An attribute of a span.</summary>
    public AttributeFilter? Attribute { get; init; }

    /// <summary>The order that a span names.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The earliest start of the trace, real time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest start of the trace, real time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>By what they are sorted.</summary>
    public TraceSort Sort { get; init; }

    /// <summary>Whether the newest, longest or largest comes first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>How many are left out at the beginning.</summary>
    public long Offset { get; init; }

    /// <summary>How many are wanted at most.</summary>
    public int Limit { get; init; } = 100;
}
