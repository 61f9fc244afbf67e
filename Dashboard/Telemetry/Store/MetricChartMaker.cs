using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>Makes a chart from points.</summary>
internal static class MetricChartMaker
{
    private static readonly (string Name, double Quantile)[] Percentiles = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99)];

    /// <summary>Makes it.</summary>
    public static MetricChart Make(
        MetricQuery query, ChartSteps steps, IEnumerable<(StoredSeries Series, IReadOnlyList<StoredPoint> Points)> lines) => query.Shape switch
        {
            MetricShape.Percentiles => MakePercentiles(steps, Recorded(steps, lines)),
            MetricShape.HeatMap => new() { Times = steps.Times, Lines = [], HeatMap = HeatMapMaker.Make(steps, Recorded(steps, lines)) },
            _ => MakeLines(query, steps, lines),
        };

    private static MetricChart MakeLines(
        MetricQuery query, ChartSteps steps, IEnumerable<(StoredSeries Series, IReadOnlyList<StoredPoint> Points)> lines)
    {
        MetricLine[] all =
        [
            .. lines.Select(line => (Tags: Group(query, line.Series), Values: Values(query, steps, line.Series, line.Points)))
                .GroupBy(line => TagList.Canonical(line.Tags))
                .Select(line => new MetricLine(Name(line.First().Tags), line.First().Tags, Add(steps, line.Select(one => one.Values))))
                .OrderByDescending(line => line.Values.LastOrDefault(value => value is not null) ?? double.NegativeInfinity)
                .ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
        return new()
        {
            Times = steps.Times,
            Lines = [.. all.Take(query.MaximumLines)],
            Omitted = Math.Max(0, all.Length - query.MaximumLines),
        };
    }

    private static IReadOnlyList<Tag> Group(MetricQuery query, StoredSeries series) =>
        query.GroupBy is null ? series.Tags : [.. series.Tags.Where(tag => tag.Key == query.GroupBy)];

    private static string Name(IReadOnlyList<Tag> tags) => tags.Count == 0 ? "" : string.Join(", ", tags.Select(tag => $"{tag.Key}={MetricQueries.ValueText(tag)}"));

    private static double?[] Values(MetricQuery query, ChartSteps steps, StoredSeries series, IReadOnlyList<StoredPoint> points)
    {
        var values = new double?[steps.Count];
        var total = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var step = steps.Of(points[i].Time);
            total = series.IsDelta ? total + points[i].Value : points[i].Value;
            if (step < 0)
            {
                continue;
            }

            if (query.Shape == MetricShape.Value)
            {
                values[step] = total;
            }
            else if (series.IsDelta || i > 0)
            {
                values[step] = (values[step] ?? 0) + (Growth(series, points, i) / steps.Seconds);
            }
        }

        return values;
    }

    /// <summary>A cumulative value that falls has begun anew.</summary>
    private static double Growth(StoredSeries series, IReadOnlyList<StoredPoint> points, int i) =>
        series.IsDelta ? points[i].Value
        : series.Key.Kind == InstrumentKind.Gauge || points[i].Value >= points[i - 1].Value ? points[i].Value - points[i - 1].Value
        : points[i].Value;

    private static double?[] Add(ChartSteps steps, IEnumerable<double?[]> lines)
    {
        var sum = new double?[steps.Count];
        foreach (var line in lines)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] = line[i] is { } value ? (sum[i] ?? 0) + value : sum[i];
            }
        }

        return sum;
    }

    /// <summary>What was recorded in each step, all series.</summary>
    private static List<Histogram>[] Recorded(ChartSteps steps, IEnumerable<(StoredSeries Series, IReadOnlyList<StoredPoint> Points)> lines)
    {
        List<Histogram>[] recorded = [.. Enumerable.Range(0, steps.Count).Select(_ => new List<Histogram>())];
        foreach (var (series, points) in lines)
        {
            Histogram? before = null;
            foreach (var point in points)
            {
                if (point.Histogram is { } now)
                {
                    // Without a point before it is not known how much of a cumulative histogram is new.
                    var grown = series.IsDelta ? now : before is null ? null : now.Since(before) ?? now;
                    before = now;
                    if (steps.Of(point.Time) is var step and >= 0 && grown is { Count: > 0 })
                    {
                        recorded[step].Add(grown);
                    }
                }
            }
        }

        return recorded;
    }

    private static MetricChart MakePercentiles(ChartSteps steps, List<Histogram>[] recorded) => new()
    {
        Times = steps.Times,
        Lines = [.. Percentiles.Select(line => new MetricLine(line.Name, [], [.. recorded.Select(step => Quantiles.Of(step, line.Quantile))]))],
    };
}
