namespace LoadGenerator.Runs;

/// <summary>A run as it stands. Times are simulated.</summary>
public sealed record RunView
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>The scenario played.</summary>
    public required string Scenario { get; init; }

    /// <summary>Where the requests go.</summary>
    public required string Target { get; init; }

    /// <summary>Where the run stands.</summary>
    public required RunState State { get; init; }

    /// <summary>The phase that runs, from 0.</summary>
    public required int Phase { get; init; }

    /// <summary>That phase's name in the script.</summary>
    public required string PhaseName { get; init; }

    /// <summary>Users that the script asks for.</summary>
    public required long Planned { get; init; }

    /// <summary>Users that arrived and were sent on their way.</summary>
    public required long Started { get; init; }

    /// <summary>Of these, those that are through with their flow.</summary>
    public required long Finished { get; init; }

    /// <summary>Requests answered with 2xx.</summary>
    public required long Accepted { get; init; }

    /// <summary>Requests answered otherwise.</summary>
    public required long Rejected { get; init; }

    /// <summary>Requests without an answer.</summary>
    public required long Failed { get; init; }

    /// <summary>Users left out because <c>maxVusers</c> were under way.</summary>
    public required long Skipped { get; init; }

    /// <summary>Since the run began; stands still when it has ended. s.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>All phases together, s.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>The longest time between an arrival's due time and its sending, ms.</summary>
    public required double MaxLagMilliseconds { get; init; }

    /// <summary>The 99th percentile of the same, ms.</summary>
    public required double P99LagMilliseconds { get; init; }

    /// <summary>Why the first request without an answer got none, or why the run failed; null if all is well.</summary>
    public string? Failure { get; init; }
}
