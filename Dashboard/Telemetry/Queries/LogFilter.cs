using Dashboard.Telemetry.Traces;

namespace Dashboard.Telemetry.Queries;

/// <summary>Which log records. A property that is null filters nothing.</summary>
internal sealed record LogFilter
{
    /// <summary>The service.</summary>
    public string? Resource { get; init; }

    /// <summary>The least severity by OpenTelemetry's numbers: 1 trace, 5 debug, 9 information, 13 warning, 17 error, 21 critical.</summary>
    public int? MinimumSeverity { get; init; }

    /// <summary>Part of the message or of the category, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>A message template, in full.</summary>
    public string? Template { get; init; }

    /// <summary>An attribute.</summary>
    public AttributeFilter? Attribute { get; init; }

    /// <summary>The trace.</summary>
    public TraceId? TraceId { get; init; }

    /// <summary>The span.</summary>
    public SpanId? SpanId { get; init; }

    /// <summary>The order: the record names it, or belongs to a trace that does.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The earliest time, real time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest time, real time.</summary>
    public DateTimeOffset? To { get; init; }
}
