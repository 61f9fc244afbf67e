using System.Text.Json;
using Scenarios.Reports;

namespace Scenarios.References;

/// <summary>What somebody else measured with a scenario, to be drawn faintly behind a run: <c>Scenarios/References/&lt;scenario&gt;.json</c>.</summary>
public sealed record ReferenceCurves
{
    /// <summary>Whose figures they are, for a legend.</summary>
    public required string Name { get; init; }

    /// <summary>How exact they are.</summary>
    public required string Note { get; init; }

    /// <summary>The highest number of concurrent executions.</summary>
    public required double PeakConcurrentExecutions { get; init; }

    /// <summary>The most events dropped in a minute.</summary>
    public required double PeakDroppedPerMinute { get; init; }

    /// <summary>The most errors in a minute.</summary>
    public required double PeakErrorsPerMinute { get; init; }

    /// <summary>Success rate, percent: points of minute and value, ascending.</summary>
    public required IReadOnlyList<double[]> SuccessRatePercent { get; init; }

    /// <summary>Errors a minute.</summary>
    public required IReadOnlyList<double[]> ErrorsPerMinute { get; init; }

    /// <summary>Concurrent executions.</summary>
    public required IReadOnlyList<double[]> ConcurrentExecutions { get; init; }

    /// <summary>Events dropped a minute.</summary>
    public required IReadOnlyList<double[]> DroppedPerMinute { get; init; }

    /// <summary>When the load ended, minutes since it began.</summary>
    public required double LoadEndsAtMinute { get; init; }

    /// <summary>Why a figure of ours may differ from theirs, as far as is known; by the name that the figure has in this file.</summary>
    public required IReadOnlyDictionary<string, string> Explanations { get; init; }

    /// <summary>The curves for a scenario, or null: nobody measured it.</summary>
    public static ReferenceCurves? For(string scenario)
    {
        using var file = typeof(ReferenceCurves).Assembly.GetManifestResourceStream($"Scenarios.References.{scenario}.json");
        return file is null ? null : JsonSerializer.Deserialize(file, ReferenceJson.Default.ReferenceCurves);
    }

    /// <summary>The curves to hold a run against. Null: nobody measured its scenario, or it was not played without flow control throughout, as they were.</summary>
    public static ReferenceCurves? For(RunReport? report) => report is { FlowControl: false, Flips.Count: 0 } ? For(report.Scenario) : null;
}
