using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource as it stands at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    /// <summary>The resource's type: Project, Executable, Container, Parameter…</summary>
    public required string ResourceType { get; init; }

    /// <summary>What else is worth knowing.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>When it was added.</summary>
    public DateTime? CreationTimeStamp { get; init; }

    /// <summary>When it was last started.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>When it last stopped.</summary>
    public DateTime? StopTimeStamp { get; init; }

    /// <summary>The state.</summary>
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>The exit code, once it has ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The worst of its health checks while it runs, null while it does not.</summary>
    public HealthStatus? HealthStatus => State?.Text != KnownResourceStates.Running
        ? null
        : HealthReports.IsEmpty
            ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
            : HealthReports.Min(static report => report.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);

    /// <summary>What its health checks said last.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports { get; internal init; } = [];

    /// <summary>Its environment variables.</summary>
    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    /// <summary>Its URLs.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>Its volumes.</summary>
    public ImmutableArray<VolumeSnapshot> Volumes { get; init; } = [];

    /// <summary>Its commands.</summary>
    public ImmutableArray<ResourceCommandSnapshot> Commands { get; init; } = [];

    /// <summary>What it has to do with.</summary>
    public ImmutableArray<RelationshipSnapshot> Relationships { get; init; } = [];

    /// <summary>Whether it is not to be shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>An icon.</summary>
    public string? IconName { get; init; }

    /// <summary>The icon's form.</summary>
    public IconVariant? IconVariant { get; init; }

    /// <summary>Done once the subscribers to its readiness are; null before it is healthy.</summary>
    internal Task? Ready { get; init; }

    /// <summary>Whether the engine is about to start it again by itself.</summary>
    internal bool RestartsByItself { get; init; }

    /// <summary>Whether nothing will happen to it any more unless somebody asks.</summary>
    internal bool IsTerminal => State is { Text: var text } && KnownResourceStates.TerminalStates.Contains(text) && !RestartsByItself;
}
