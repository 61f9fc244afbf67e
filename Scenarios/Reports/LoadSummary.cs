namespace Scenarios.Reports;

/// <summary>
/// What the load generator planned and did. If it ended before it could tell all (<see cref="Incomplete"/>), what Notification.Api accepted beyond
/// its last word counts as sent, finished and accepted.
/// </summary>
public sealed record LoadSummary
{
    /// <summary>Whether the script was not played to its end: it was stopped, or the load generator ended in the middle.</summary>
    public bool Incomplete { get; init; }

    /// <summary>Arrivals that the script asks for.</summary>
    public long Planned { get; init; }

    /// <summary>Requests sent.</summary>
    public long Started { get; init; }

    /// <summary>Requests answered, or failed for good.</summary>
    public long Finished { get; init; }

    /// <summary>Requests answered 2xx, as the sender saw it.</summary>
    public long Accepted { get; init; }

    /// <summary>Requests that got no answer: whether their orders were accepted, the sender does not know.</summary>
    public long Failed { get; init; }

    /// <summary>Arrivals left out because <c>maxVusers</c> were under way.</summary>
    public long Skipped { get; init; }

    /// <summary>The longest time between an arrival's due time and its sending, simulated ms.</summary>
    public double MaxLagMilliseconds { get; init; }

    /// <summary>The 99th percentile of the same, simulated ms.</summary>
    public double P99LagMilliseconds { get; init; }
}
