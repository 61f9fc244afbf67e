using Scenarios.Reports;

namespace AppHost.Run;

/// <summary>Everything that the terminal shows, at one moment.</summary>
internal sealed record LabStatus
{
    /// <summary>Where the lab stands.</summary>
    public RunPhase Phase { get; init; }

    /// <summary>Real time from the start of the host until everything was healthy; null: not yet.</summary>
    public TimeSpan? StartUp { get; init; }

    /// <summary>The load, as the generator tells of it; null: not begun.</summary>
    public LoadRun? Load { get; init; }

    /// <summary>The run, as the dashboard tells of it; null: not begun.</summary>
    public LiveRun? Live { get; init; }

    /// <summary>The report; null: not finished.</summary>
    public RunReport? Report { get; init; }

    /// <summary>What went wrong; null: nothing.</summary>
    public string? Problem { get; init; }
}
