using System.Diagnostics.CodeAnalysis;

namespace Scenarios.Reports;

/// <summary>The current run: its report so far, and how things are now.</summary>
public sealed record LiveRun : RunReport
{
    /// <summary>An empty view, to be filled from JSON.</summary>
    public LiveRun()
    {
    }

    /// <summary>The live view of a run with that report.</summary>
    [SetsRequiredMembers]
    public LiveRun(RunReport report, string id, LiveRates rates)
        : base(report)
    {
        Id = id;
        Rates = rates;
    }

    /// <summary>The run's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Whether it has been finished; then the report is frozen.</summary>
    public bool Finished { get; init; }

    /// <summary>Whether every order is accounted for and none is under way, confirmed twice by every process.</summary>
    public bool Settled { get; init; }

    /// <summary>Invocations under way.</summary>
    public long ConcurrentExecutions { get; init; }

    /// <summary>Messages in the queue, visible or not.</summary>
    public long QueueDepth { get; init; }

    /// <summary>Age of the oldest of them, s.</summary>
    public double AgeOfOldestMessageSeconds { get; init; }

    /// <summary>Events at EventBridge or at the function.</summary>
    public long PendingEvents { get; init; }

    /// <summary>What happens a second.</summary>
    public LiveRates Rates { get; init; } = new();
}
