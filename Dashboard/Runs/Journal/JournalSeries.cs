using System.Text.Json.Serialization;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Runs.Journal;

/// <summary>A series, told once; its points name its number.</summary>
internal sealed record JournalSeries
{
    [JsonPropertyName("n")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Number { get; init; }

    public required SeriesKey Key { get; init; }

    public required ResourceClock Clock { get; init; }

    /// <summary>Its attributes, as the store has them.</summary>
    public string? Tags { get; init; }

    public string Unit { get; init; } = "";
}
