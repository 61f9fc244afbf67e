using Dashboard.Telemetry.Traces;

namespace Dashboard.Story;

/// <summary>An order, as the view <c>orders</c> has it. Times are real.</summary>
internal sealed record OrderRow
{
    /// <summary>Its correlation id.</summary>
    public required string Id { get; init; }

    /// <summary>Its trace.</summary>
    public required TraceId TraceId { get; init; }

    /// <summary>The run in which it was accepted; null: it came in none.</summary>
    public string? RunId { get; init; }

    /// <summary>How it stands with it.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>When it was accepted; null if that span is not held.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When it was delivered or given up on; null while it is under way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was given up on.</summary>
    public string? DropReason { get; init; }

    /// <summary>How often the function was invoked for it.</summary>
    public required long Invocations { get; init; }

    /// <summary>How often SlowApi was called for it.</summary>
    public required long Attempts { get; init; }

    /// <summary>How many of the calls were answered 429.</summary>
    public required long Throttled { get; init; }

    /// <summary>How many of them were answered 5xx.</summary>
    public required long Faults { get; init; }

    /// <summary>How many of the invocations ran out of time.</summary>
    public required long Timeouts { get; init; }

    /// <summary>Simulated seconds a real second.</summary>
    public required double ClockSpeed { get; init; }

    /// <summary>From acceptance to the end, simulated; null while it is under way.</summary>
    public TimeSpan? Duration => EndedAt - AcceptedAt is { } real ? real * ClockSpeed : null;
}
