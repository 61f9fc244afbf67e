using Scenarios.References;
using Scenarios.Reports;

namespace AppHost.Experiments.Output;

/// <summary>The charts of an experiment: those of the talk, and what flow control trades for them.</summary>
internal static class ReportCharts
{
    private const double Percent = 100;

    /// <summary>All charts, as HTML.</summary>
    public static string Draw(ExperimentResult experiment)
    {
        var reference = experiment.Arms.Any(arm => !arm.Arm.FlowControl) ? ReferenceCurves.For(experiment.Scenario) : null;
        return string.Concat(
            LineChart.Draw("Success rate", "% of invocations", Lines(experiment, minute => minute.SuccessRatePercent, reference, curves => curves.SuccessRatePercent), Percent),
            LineChart.Draw("Errors", "a minute", Lines(experiment, minute => minute.Errors, reference, curves => curves.ErrorsPerMinute)),
            LineChart.Draw("ConcurrentExecutions", "maximum of the minute", Lines(experiment, minute => minute.ConcurrentExecutions, reference, curves => curves.ConcurrentExecutions)),
            LineChart.Draw("AsyncEventsDropped", "a minute", Lines(experiment, minute => minute.Dropped, reference, curves => curves.DroppedPerMinute)),
            LineChart.Draw("Orders delivered", "a minute", Lines(experiment, minute => minute.Delivered)),
            LineChart.Draw("Queue depth", "messages at the minute's end", Lines(experiment, minute => minute.QueueDepth)),
            LineChart.Draw("Calls of SlowApi", "a minute", Lines(experiment, minute => minute.Calls)),
            LineChart.Draw("Throttled calls (429)", "a minute", Lines(experiment, minute => minute.Throttled)));
    }

    /// <summary>The CSS class of an arm's colour.</summary>
    public static string Style(int arm) => $"arm{arm % 6}";

    /// <summary>A minute's value stands in its middle.</summary>
    private static ChartLine[] Lines(
        ExperimentResult experiment,
        Func<RunMinute, double?> value,
        ReferenceCurves? reference = null,
        Func<ReferenceCurves, IReadOnlyList<double[]>>? curve = null) =>
    [
        .. reference is null || curve is null
            ? Array.Empty<ChartLine>()
            : [new(reference.Name, ChartLine.Reference, [.. curve(reference).Select(point => (point[0], (double?)point[1]))])],
        .. experiment.Reported.Select((arm, index) => new ChartLine(
            arm.Name, Style(index), [.. arm.Report!.Minutes.Select(minute => (minute.Minute + 0.5, value(minute)))])),
    ];
}
