using ServiceDefaults.Clock;

namespace AppHost.Lab;

/// <summary>The switches of the lab, as configuration names them.</summary>
public sealed record LabOptions
{
    /// <summary>The scenario to play. Default readme.</summary>
    public string Scenario { get; init; } = "readme";

    /// <summary>Whether events go through the queue. Default false.</summary>
    public bool FlowControl { get; init; }

    /// <summary>How fast simulated time runs.</summary>
    public ClockOptions Clock { get; init; } = new();

    /// <summary>Which AWS.</summary>
    public AwsOptions Aws { get; init; } = new();

    /// <summary>The load.</summary>
    public LoadOptions Load { get; init; } = new();

    /// <summary>Where the lab keeps what it writes.</summary>
    public FolderOptions Lab { get; init; } = new();

    /// <summary>Whether the services log plain text, without attributes, correlation ids and traces. Default false.</summary>
    public bool UnstructuredLogs { get; init; }

    /// <summary>Whether to end when the run is over. Default false.</summary>
    public bool Exit { get; init; }

    /// <summary>With <see cref="Exit"/>: simulated seconds after the load at which an undrained run is given up. Default 7,200.</summary>
    [System.ComponentModel.DataAnnotations.Range(0.0, 604_800.0)]
    public double DrainTimeout { get; init; } = 7_200;

    /// <summary>The file that the report is written to; null: none.</summary>
    public string? Report { get; init; }
}
