using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Logs;

/// <summary>A log record.</summary>
internal sealed record LogRecord
{
    /// <summary>When, real time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>1 (trace) to 24 (fatal); 0 if not said.</summary>
    public int Severity { get; init; }

    /// <summary>What is said.</summary>
    public required string Body { get; init; }

    /// <summary>The process.</summary>
    public required Resource Resource { get; init; }

    /// <summary>The logger's category.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The trace that it belongs to; empty if none.</summary>
    public TraceId TraceId { get; init; }

    /// <summary>The span that it belongs to; empty if none.</summary>
    public SpanId SpanId { get; init; }

    /// <summary>Its attributes.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
