namespace AppHost.Run;

/// <summary>A run of the load generator, as <c>GET /runs/{id}</c> tells of it; simulated seconds and ms.</summary>
internal sealed record LoadRun
{
    /// <summary>A state of our own: the load generator ended in the middle of it.</summary>
    public const string Lost = "lost";

    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

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

    /// <summary>Whether the script was played to its end.</summary>
    public bool IsComplete => State == "completed";
}
