using System.Data;
using Dashboard.Telemetry.Queries;

namespace Dashboard.Telemetry.Store;

/// <summary>Questions to the table of metric points.</summary>
internal sealed class MetricQueries(TelemetryDatabase database, MetricSeriesTable series) : IMetricQueries
{
    /// <summary>A chart wider than that cannot be seen.</summary>
    private const int MaximumSteps = 10_000;

    /// <inheritdoc />
    public Task<IReadOnlyList<InstrumentItem>> InstrumentsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InstrumentItem>>(
    [
        .. series.All.GroupBy(one => new InstrumentKey(one.Resource.Key.Service, one.Key.Meter, one.Key.Instrument))
            .OrderBy(instrument => instrument.Key.Service, StringComparer.Ordinal)
            .ThenBy(instrument => instrument.Key.Meter, StringComparer.Ordinal)
            .ThenBy(instrument => instrument.Key.Name, StringComparer.Ordinal)
            .Select(instrument => new InstrumentItem
            {
                Key = instrument.Key,
                Unit = instrument.First().Unit,
                Description = instrument.First().Description,
                Kind = instrument.First().Key.Kind,
                Series = instrument.Count(),
                Refused = series.LeftOutOf(instrument.Key),
                Dimensions = instrument.SelectMany(one => one.Tags).GroupBy(tag => tag.Key).ToDictionary(
                    tag => tag.Key,
                    tag => (IReadOnlyList<string>)[.. tag.Select(ValueText).Distinct().Order(StringComparer.Ordinal)]),
            }),
    ]);

    /// <inheritdoc />
    public async Task<MetricChart> ChartAsync(MetricQuery query, CancellationToken cancellationToken)
    {
        var steps = new ChartSteps(query.From, query.To, query.Step, MaximumSteps);
        var chosen = Choose(query);
        if (chosen.Count == 0)
        {
            return new() { Times = steps.Times, Lines = [] };
        }

        // Growth is counted from the point before the first step.
        var points = await database.QueryAsync(
            new SqlText("SELECT series_id, epoch_ns(time), value, sum, min, max, histogram FROM metric_points")
                .Where($"series_id IN ({string.Join(", ", chosen.Keys)})")
                .Where("time >= make_timestamp_ns(?)", UnixNanos.ToStored(query.From - Lookback(query)))
                .Where("time < make_timestamp_ns(?)", UnixNanos.ToStored(query.To))
                .Add("ORDER BY series_id, time"),
            row => ReadPoint(row, withBuckets: query.Shape is MetricShape.Percentiles or MetricShape.HeatMap),
            cancellationToken);
        return MetricChartMaker.Make(query, steps, points.GroupBy(point => point.SeriesId).Select(line => (chosen[line.Key], (IReadOnlyList<StoredPoint>)[.. line])));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ExemplarItem>> ExemplarsAsync(MetricQuery query, int limit, CancellationToken cancellationToken)
    {
        var chosen = Choose(query);
        if (chosen.Count == 0)
        {
            return [];
        }

        // A series gives its latest exemplars again until there are newer ones.
        var texts = await database.QueryAsync(
            new SqlText("SELECT exemplars, max(time) AS last FROM metric_points")
                .Where($"series_id IN ({string.Join(", ", chosen.Keys)})")
                .Where("exemplars IS NOT NULL")
                .Where("time >= make_timestamp_ns(?)", UnixNanos.ToStored(query.From))
                .Where("time < make_timestamp_ns(?)", UnixNanos.ToStored(query.To))
                .Add("GROUP BY exemplars ORDER BY last DESC LIMIT ?", (long)limit),
            row => row.GetString(0),
            cancellationToken);
        return
        [
            .. texts.SelectMany(ExemplarJson.Read)
                .DistinctBy(exemplar => (exemplar.Time, exemplar.TraceId, exemplar.SpanId))
                .OrderByDescending(exemplar => exemplar.Time)
                .Take(limit)
                .Select(exemplar => new ExemplarItem(exemplar.Time, exemplar.Value, exemplar.TraceId, exemplar.SpanId, exemplar.Tags)),
        ];
    }

    /// <summary>A value as the pages show and choose it.</summary>
    internal static string ValueText(Tag tag) => Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>Far enough back for a point before the range: exports are seldom rarer than a minute.</summary>
    private static TimeSpan Lookback(MetricQuery query) =>
        query.Step > TimeSpan.FromMinutes(1) ? query.Step : TimeSpan.FromMinutes(1);

    private Dictionary<int, StoredSeries> Choose(MetricQuery query) => series.All
        .Where(one => one.Key.Instrument == query.Instrument.Name && one.Key.Meter == query.Instrument.Meter
            && one.Resource.Key.Service == query.Instrument.Service
            && query.Where.All(wanted => one.Tags.Any(tag => tag.Key == wanted.Key && ValueText(tag) == wanted.Value)))
        .ToDictionary(one => one.Id);

    private static StoredPoint ReadPoint(IDataRecord row, bool withBuckets) => new(
        row.GetInt32(0),
        row.GetInt64(1),
        row.GetDouble(2),
        withBuckets && !row.IsDBNull(6)
            ? HistogramJson.Read(row.GetString(6), row.GetDouble(2), Number(row, 3) ?? 0, Number(row, 4), Number(row, 5))
            : null);

    private static double? Number(IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
