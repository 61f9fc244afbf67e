namespace Dashboard.Telemetry.Traces;

/// <summary>A span.</summary>
internal sealed record SpanRecord
{
    /// <summary>Its trace.</summary>
    public required TraceId TraceId { get; init; }

    /// <summary>Its id within the trace.</summary>
    public required SpanId SpanId { get; init; }

    /// <summary>The span that caused it; empty for a root.</summary>
    public SpanId ParentSpanId { get; init; }

    /// <summary>What it did.</summary>
    public required string Name { get; init; }

    /// <summary>Its part in a call.</summary>
    public SpanKind Kind { get; init; }

    /// <summary>How it ended.</summary>
    public SpanStatus Status { get; init; }

    /// <summary>What is said about the end.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>When it began, real time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it took, real time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The process.</summary>
    public required Resource Resource { get; init; }

    /// <summary>The library or component.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Its attributes.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>What happened during it.</summary>
    public IReadOnlyList<SpanEvent> Events { get; init; } = [];

    /// <summary>Spans of other traces.</summary>
    public IReadOnlyList<SpanLink> Links { get; init; } = [];
}
