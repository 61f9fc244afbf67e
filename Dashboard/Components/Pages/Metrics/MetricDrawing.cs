using Dashboard.Components.Charts;
using Dashboard.Components.Formats;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Dashboard.Views.Metrics;

namespace Dashboard.Components.Pages.Metrics;

/// <summary>An instrument's figures as a drawing.</summary>
internal static class MetricDrawing
{
    private const string Exemplars = "traces";

    /// <summary>What is drawn, apart from the points.</summary>
    public static ChartModel Model(InstrumentItem instrument, MetricQuery query, MetricChart data, MetricScale scale, BrowserClock clock)
    {
        if (query.Shape == MetricShape.HeatMap)
        {
            return new()
            {
                Title = "How many values fell between which bounds",
                Axis = ChartAxis.Category,
                Categories = [.. data.Times.Select(time => clock.Clock(time))],
                Rows = [.. data.HeatMap.Select(row => MetricTable.Bounds(row, scale))],
                Series = [new("values", ChartMark.HeatMap)],
            };
        }

        IEnumerable<ChartSeries> exemplars = query.Shape == MetricShape.Percentiles ? [new(Exemplars, ChartMark.Points, 5)] : [];
        return new()
        {
            Title = TitleOf(query.Shape, instrument.Kind),
            Unit = scale.Unit,
            Series = [.. data.Lines.Select(line => new ChartSeries(line.Name)), .. exemplars],
            IsRangeSelectable = query.Shape != MetricShape.Percentiles,
        };
    }

    /// <summary>The points.</summary>
    public static IReadOnlyList<ChartPoint> Points(MetricQuery query, MetricChart data, MetricScale scale, IReadOnlyList<ExemplarItem> exemplars)
    {
        if (query.Shape == MetricShape.HeatMap)
        {
            return
            [
                .. data.HeatMap.SelectMany((row, y) => row.Counts.Select((count, x) => (count, x))
                    .Where(cell => cell.count > 0)
                    .Select(cell => new ChartPoint(0, cell.x, y, cell.count))),
            ];
        }

        var lines = data.Lines.SelectMany((line, i) => line.Values.Select((value, step) => ChartPoint.At(i, data.Times[step], value * scale.Factor)));
        return query.Shape == MetricShape.Percentiles
            ? [.. lines, .. exemplars.OrderBy(item => item.Time).Select(item => ChartPoint.At(data.Lines.Count, item.Time, item.Value * scale.Factor, AddressOf(item)))]
            : [.. lines];
    }

    /// <summary>Whether figures of that shape are measured values, and not how many there were.</summary>
    public static bool AreMeasured(MetricShape shape) => shape is MetricShape.Percentiles or MetricShape.HeatMap;

    /// <summary>The unit that the figures are shown in.</summary>
    public static MetricScale ScaleOf(InstrumentItem instrument, MetricShape shape, MetricChart data) =>
        AreMeasured(shape)
            ? MetricScale.Of(data, UnitText.Of(instrument.Unit, MetricShape.Percentiles, true))
            : new(1, UnitText.Of(instrument.Unit, shape, instrument.Kind == InstrumentKind.Histogram));

    private static string TitleOf(MetricShape shape, InstrumentKind kind) => (shape, kind) switch
    {
        (MetricShape.Percentiles, _) => "Percentiles",
        (MetricShape.Rate, InstrumentKind.Histogram) => "How many values were recorded",
        (MetricShape.Rate, _) => "Rate",
        (_, InstrumentKind.Histogram) => "Values recorded so far",
        (_, InstrumentKind.Counter) => "Total so far",
        _ => "Value",
    };

    /// <summary>Where an exemplar's trace is.</summary>
    public static string AddressOf(ExemplarItem item) =>
        item.SpanId.IsEmpty ? $"/traces/{item.TraceId}" : $"/traces/{item.TraceId}?span={item.SpanId}";
}
