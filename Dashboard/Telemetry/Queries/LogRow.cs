using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Queries;

/// <summary>A log record in a list.</summary>
internal record LogRow
{
    /// <summary>Its number in the store, ascending in the order of arrival.</summary>
    public required long Id { get; init; }

    /// <summary>When, real time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>1 (trace) to 24 (fatal); 0 if not said.</summary>
    public required int Severity { get; init; }

    /// <summary>The process.</summary>
    public required ResourceKey Resource { get; init; }

    /// <summary>The logger's category.</summary>
    public required string Scope { get; init; }

    /// <summary>What is said.</summary>
    public required string Message { get; init; }

    /// <summary>The trace that it belongs to; empty if none.</summary>
    public TraceId TraceId { get; init; }

    /// <summary>The span that it belongs to; empty if none.</summary>
    public SpanId SpanId { get; init; }

    /// <summary>The order that it names; null if none.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Whether it carries an exception.</summary>
    public bool HasException { get; init; }
}
