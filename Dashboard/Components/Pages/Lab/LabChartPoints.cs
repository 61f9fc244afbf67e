using Dashboard.Components.Charts;
using Dashboard.Lab.Figures;
using Scenarios.References;

namespace Dashboard.Components.Pages.Lab;

/// <summary>A run's moments as points of the lab's charts, series by series as <see cref="LabChartModels"/> has them.</summary>
internal static class LabChartPoints
{
    private const double SecondsPerMinute = 60;

    public static IEnumerable<ChartPoint> Success(LabPoint point) =>
        [new(0, Minutes(point.Seconds), point.SuccessRatePercent), new(1, Minutes(point.Seconds), point.ErrorsPerMinute)];

    public static IEnumerable<ChartPoint> Concurrency(LabPoint point, int limit) =>
        [new(0, Minutes(point.Seconds), point.ConcurrentExecutions), new(1, Minutes(point.Seconds), limit)];

    public static IEnumerable<ChartPoint> Dropped(LabPoint point) => [new(0, Minutes(point.Seconds), point.DroppedPerMinute)];

    public static IEnumerable<ChartPoint> Queue(LabPoint point) =>
        [new(0, Minutes(point.Seconds), point.QueueDepth), new(1, Minutes(point.Seconds), point.AgeOfOldestSeconds)];

    public static IEnumerable<ChartPoint> Duration(QuantilePoint point)
    {
        var x = Minutes(point.Seconds);
        return [new(0, x, point.P50), new(1, x, point.P90), new(2, x, point.P99), new(3, x, point.Band?.Lower), new(4, x, point.Band?.Upper)];
    }

    public static IEnumerable<ChartPoint> Delivery(QuantilePoint point) =>
        [new(0, Minutes(point.Seconds), point.P50), new(1, Minutes(point.Seconds), point.P99)];

    public static ChartPoint[] SuccessReference(ReferenceCurves? reference) =>
        reference is null ? [] : [.. Curve(2, reference.SuccessRatePercent), .. Curve(3, reference.ErrorsPerMinute)];

    public static ChartPoint[] ConcurrencyReference(ReferenceCurves? reference) =>
        reference is null ? [] : [.. Curve(2, reference.ConcurrentExecutions)];

    public static ChartPoint[] DroppedReference(ReferenceCurves? reference) => reference is null ? [] : [.. Curve(1, reference.DroppedPerMinute)];

    private static IEnumerable<ChartPoint> Curve(int series, IReadOnlyList<double[]> points) =>
        points.Select(point => new ChartPoint(series, point[0], point[1]));

    private static double Minutes(double seconds) => Math.Round(seconds / SecondsPerMinute, 3);
}
