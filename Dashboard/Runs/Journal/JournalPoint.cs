using System.Text.Json.Serialization;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Store;

namespace Dashboard.Runs.Journal;

/// <summary>A point; times in ticks, UTC. Its names are short, for there are a hundred of them a second.</summary>
internal sealed record JournalPoint
{
    [JsonPropertyName("n")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Series { get; init; }

    [JsonPropertyName("t")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Time { get; init; }

    [JsonPropertyName("s")]
    public long? Start { get; init; }

    [JsonPropertyName("v")]
    public double Value { get; init; }

    [JsonPropertyName("d")]
    public bool IsDelta { get; init; }

    [JsonPropertyName("h")]
    public string? Buckets { get; init; }

    [JsonPropertyName("c")]
    public double Count { get; init; }

    [JsonPropertyName("u")]
    public double Sum { get; init; }

    [JsonPropertyName("l")]
    public double? Min { get; init; }

    [JsonPropertyName("m")]
    public double? Max { get; init; }

    public static JournalPoint Of(int series, MetricPoint point) => new()
    {
        Series = series,
        Time = point.Time.UtcTicks,
        Start = point.Start?.UtcTicks,
        Value = point.Value,
        IsDelta = point.IsDelta,
        Buckets = point.Histogram is { } histogram ? HistogramJson.Write(histogram) : null,
        Count = point.Histogram?.Count ?? 0,
        Sum = point.Histogram?.Sum ?? 0,
        Min = point.Histogram?.Min,
        Max = point.Histogram?.Max,
    };

    public MetricPoint Read(JournalSeries series) => new()
    {
        Key = series.Key,
        Resource = new(series.Key.Resource, series.Clock, []),
        Tags = TagJson.Read(series.Tags),
        Unit = series.Unit,
        Start = Start is { } start ? new DateTimeOffset(start, TimeSpan.Zero) : null,
        Time = new(Time, TimeSpan.Zero),
        IsDelta = IsDelta,
        Value = Value,
        Histogram = Buckets is null ? null : HistogramJson.Read(Buckets, Count, Sum, Min, Max),
    };
}
