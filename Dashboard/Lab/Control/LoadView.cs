using Scenarios.Reports;

namespace Dashboard.Lab.Control;

/// <summary>A run of the load generator, as it tells of it; simulated seconds and ms.</summary>
public sealed record LoadView
{
    /// <summary>A state of our own: the load generator ended in the middle of it.</summary>
    public const string Lost = "lost";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The scenario played.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>running, completed, cancelled or failed, or <see cref="Lost"/>.</summary>
    public string State { get; init; } = "";

    /// <summary>The phase that is on.</summary>
    public string? PhaseName { get; init; }

    /// <summary>Arrivals that the script asks for.</summary>
    public long Planned { get; init; }

    /// <summary>Requests sent.</summary>
    public long Started { get; init; }

    /// <summary>Requests answered or failed.</summary>
    public long Finished { get; init; }

    /// <summary>Requests answered 2xx.</summary>
    public long Accepted { get; init; }

    /// <summary>Requests that got no answer.</summary>
    public long Failed { get; init; }

    /// <summary>Arrivals left out because too many were under way.</summary>
    public long Skipped { get; init; }

    /// <summary>Since the first phase began.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>What the script takes in all.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>The longest lag between due and sent.</summary>
    public double MaxLagMilliseconds { get; init; }

    /// <summary>Its 99th percentile.</summary>
    public double P99LagMilliseconds { get; init; }

    /// <summary>Whether arrivals may still come.</summary>
    public bool IsRunning => State == "running";

    /// <summary>How much of the script has been played, 0 to 1.</summary>
    public double Progress => DurationSeconds > 0 ? Math.Clamp(ElapsedSeconds / DurationSeconds, 0, 1) : 0;

    /// <summary>What a report keeps of it.</summary>
    public LoadSummary Summary => new()
    {
        Incomplete = State != "completed",
        Planned = Planned,
        Started = Started,
        Finished = Finished,
        Accepted = Accepted,
        Failed = Failed,
        Skipped = Skipped,
        MaxLagMilliseconds = MaxLagMilliseconds,
        P99LagMilliseconds = P99LagMilliseconds,
    };
}
