namespace Scenarios.Reports;

/// <summary>The highest values over a run.</summary>
public sealed record RunPeaks
{
    /// <summary>Invocations under way at a time.</summary>
    public long ConcurrentExecutions { get; init; }

    /// <summary>Events dropped in one simulated minute.</summary>
    public long AsyncEventsDroppedPerMinute { get; init; }

    /// <summary>Failed invocations in one simulated minute.</summary>
    public long ErrorsPerMinute { get; init; }

    /// <summary>Messages in the queue, visible or not.</summary>
    public long QueueDepth { get; init; }

    /// <summary>Age of the oldest message, s.</summary>
    public double AgeOfOldestMessageSeconds { get; init; }
}
