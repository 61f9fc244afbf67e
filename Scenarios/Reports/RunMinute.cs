namespace Scenarios.Reports;

/// <summary>One simulated minute of a run.</summary>
public sealed record RunMinute
{
    /// <summary>Its number: 0 are the sixty simulated seconds from the run's begin on.</summary>
    public required int Minute { get; init; }

    /// <summary>Orders accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Invocations that ended.</summary>
    public long Invocations { get; init; }

    /// <summary>Of these, failed, timeouts included.</summary>
    public long Errors { get; init; }

    /// <summary>100 × (invocations − errors) / invocations, as CloudWatch's Success rate; null when there was no invocation.</summary>
    public double? SuccessRatePercent { get; init; }

    /// <summary>The highest number of invocations under way.</summary>
    public long ConcurrentExecutions { get; init; }

    /// <summary>Events dropped, as AWS's AsyncEventsDropped counts them; not orders, which <see cref="RunTotals.Dropped"/> counts.</summary>
    public long Dropped { get; init; }

    /// <summary>Calls that SlowApi got.</summary>
    public long Calls { get; init; }

    /// <summary>Of these, answered 429.</summary>
    public long Throttled { get; init; }

    /// <summary>Of these, answered 502.</summary>
    public long Faults { get; init; }

    /// <summary>Orders delivered.</summary>
    public long Delivered { get; init; }

    /// <summary>Messages in the queue at the minute's end, visible or not.</summary>
    public long QueueDepth { get; init; }
}
