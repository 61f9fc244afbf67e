using Dashboard.Lab.Figures;
using Scenarios.Reports;

namespace Dashboard.Lab;

/// <summary>The lab at one moment. Without a run only <see cref="Problem"/> may say something.</summary>
internal sealed record LabSnapshot
{
    /// <summary>The current run; null: there has been none.</summary>
    public LiveRun? Live { get; init; }

    /// <summary>What the pipeline does.</summary>
    public PipelineFigures? Figures { get; init; }

    /// <summary>The run's charts and alarms.</summary>
    public RunHistory? History { get; init; }

    /// <summary>Simulated seconds since the run was announced.</summary>
    public double Elapsed { get; init; }

    /// <summary>Why this is older than it should be; null: it is not.</summary>
    public string? Problem { get; init; }
}
