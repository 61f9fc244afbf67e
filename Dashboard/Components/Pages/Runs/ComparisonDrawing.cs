using Dashboard.Components.Charts;
using Dashboard.Views.Runs;
using Scenarios.References;
using Scenarios.Reports;

namespace Dashboard.Components.Pages.Runs;

/// <summary>One chart of a comparison.</summary>
/// <param name="Model">What it is.</param>
/// <param name="Points">Its points.</param>
internal sealed record ComparisonDrawing(ChartModel Model, IReadOnlyList<ChartPoint> Points)
{
    private const double Percent = 100;
    private const int ReferenceColour = 10;

    /// <summary>The charts of the talk, over each other, and what flow control trades for them.</summary>
    public static IReadOnlyList<ComparisonDrawing> Of(ComparedRuns runs)
    {
        var curves = ReferenceCurves.For(runs.First.Report) ?? ReferenceCurves.For(runs.Second.Report);
        return
        [
            Draw(runs, "Success rate", "% of invocations", minute => minute.SuccessRatePercent, curves, known => known.SuccessRatePercent, Percent),
            Draw(runs, "Errors", "a minute", minute => minute.Errors, curves, known => known.ErrorsPerMinute),
            Draw(runs, "ConcurrentExecutions", "maximum of the minute", minute => minute.ConcurrentExecutions, curves, known => known.ConcurrentExecutions),
            Draw(runs, "AsyncEventsDropped", "a minute", minute => minute.Dropped, curves, known => known.DroppedPerMinute),
            Draw(runs, "Queue depth", "messages at the minute's end", minute => minute.QueueDepth),
            Draw(runs, "Orders delivered", "a minute", minute => minute.Delivered),
        ];
    }

    /// <summary>A minute's value stands in its middle.</summary>
    private static ComparisonDrawing Draw(
        ComparedRuns runs,
        string title,
        string unit,
        Func<RunMinute, double?> value,
        ReferenceCurves? curves = null,
        Func<ReferenceCurves, IReadOnlyList<double[]>>? curve = null,
        double? maximum = null)
    {
        ChartSeries[] reference = curves is null ? [] : [new(curves.Name, Colour: ReferenceColour, IsDashed: true)];
        var model = new ChartModel
        {
            Title = title,
            Unit = unit,
            Axis = ChartAxis.Number,
            AxisUnit = "min",
            AxisMinimum = 0,
            Maximum = maximum,
            Series = [new(runs.FirstName), new(runs.SecondName), .. reference],
        };
        return new(
            model,
            [
                .. Minutes(0, runs.First.Report, value),
                .. Minutes(1, runs.Second.Report, value),
                .. curves is null || curve is null ? Array.Empty<ChartPoint>() : curve(curves).Select(point => new ChartPoint(2, point[0], point[1])),
            ]);
    }

    private static IEnumerable<ChartPoint> Minutes(int series, RunReport report, Func<RunMinute, double?> value) =>
        report.Minutes.Select(minute => new ChartPoint(series, minute.Minute + 0.5, value(minute)));
}
