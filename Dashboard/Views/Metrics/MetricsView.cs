using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Dashboard.Views.Filters;

namespace Dashboard.Views.Metrics;

/// <summary>What the page of metrics shows: all of it stands in its address.</summary>
internal sealed record MetricsView
{
    /// <summary>Points that a chart has room for.</summary>
    private const int Points = 120;

    private static readonly TimeSpan Default = TimeSpan.FromMinutes(5);
    private static readonly HashSet<string> NoKeys = [];
    private static readonly int[] Steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 86_400];

    /// <summary>The instrument; null before one is chosen.</summary>
    public InstrumentKey? Instrument { get; init; }

    /// <summary>What is made of the points; null: what suits the instrument.</summary>
    public MetricShape? Shape { get; init; }

    /// <summary>The attribute that makes the lines; null: every combination is one.</summary>
    public string? GroupBy { get; init; }

    /// <summary>Conditions on attributes.</summary>
    public FilterQuery Where { get; init; } = FilterQuery.Empty;

    /// <summary>Which time.</summary>
    public TimeRange Range { get; init; } = new(Default, null, null);

    /// <summary>Reads the parts of an address.</summary>
    /// <exception cref="FilterException">One of them cannot be read.</exception>
    public static MetricsView Read(
        string? resource,
        string? meter,
        string? instrument,
        string? shape,
        string? by,
        string? where,
        string? last,
        string? from,
        string? to)
    {
        var range = TimeRange.Read(last, from, to);
        var view = new MetricsView
        {
            Instrument = string.IsNullOrEmpty(instrument) ? null : new(resource ?? "", meter ?? "", instrument),
            Shape = string.IsNullOrEmpty(shape) ? null
                : Enum.TryParse<MetricShape>(shape, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
                : throw new FilterException($"shape={shape}: value, rate, percentiles or heatmap."),
            GroupBy = string.IsNullOrEmpty(by) ? null : by,
            Where = FilterQuery.Parse(where, NoKeys),
            Range = range == TimeRange.All ? new(Default, null, null) : range,
        };
        if (view.Where.Terms.FirstOrDefault(term => term.Attribute is null || term.Operator != FilterOperator.Is) is { } other)
        {
            throw new FilterException($"{other}: metrics are filtered by attr.NAME=VALUE only.");
        }

        return view;
    }

    /// <summary>As parts of an address.</summary>
    public (string Name, object? Value)[] Write() =>
    [
        ("resource", Instrument?.Service), ("meter", Instrument?.Meter), ("instrument", Instrument?.Name),
        ("shape", Shape?.ToString().ToLowerInvariant()), ("by", GroupBy), ("where", Where.ToString()),
        .. Range.Write(),
    ];

    /// <summary>What is made of an instrument's points.</summary>
    public MetricShape ShapeFor(InstrumentKind kind) => Shape is { } chosen && ShapesOf(kind).Contains(chosen) ? chosen : ShapesOf(kind)[0];

    /// <summary>What can be made of an instrument's points, what suits it best first.</summary>
    public static IReadOnlyList<MetricShape> ShapesOf(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Counter => [MetricShape.Rate, MetricShape.Value],
        InstrumentKind.Histogram => [MetricShape.Percentiles, MetricShape.HeatMap, MetricShape.Rate, MetricShape.Value],
        _ => [MetricShape.Value],
    };

    /// <summary>As a question to the store; null before an instrument is chosen.</summary>
    public MetricQuery? ToQuery(InstrumentKind kind, DateTimeOffset now)
    {
        if (Instrument is null)
        {
            return null;
        }

        var (from, to) = Range.At(now);
        var end = to ?? now;
        var begin = from ?? end - Default;
        begin = begin < end ? begin : end - Default;
        var step = StepFor(end - begin);
        return new()
        {
            Instrument = Instrument,
            // On the steps' own grid, or a live chart's points would change with each look.
            From = Floor(begin, step),
            To = Floor(end, step) + step,
            Step = step,
            Shape = ShapeFor(kind),
            // A dimension that is asked of twice: the last word counts, as in the selects.
            Where = Where.Terms.GroupBy(term => term.Attribute!).ToDictionary(terms => terms.Key, terms => terms.Last().Value),
            GroupBy = GroupBy,
        };
    }

    /// <summary>The least round step by which a range has no more points than there is room for.</summary>
    public static TimeSpan StepFor(TimeSpan range)
    {
        var seconds = Steps.FirstOrDefault(step => range.TotalSeconds / step <= Points);
        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromDays(Math.Ceiling(range.TotalDays / Points));
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - (time.UtcTicks % step.Ticks), TimeSpan.Zero);
}
