using Dashboard.Telemetry.Metrics;

namespace Dashboard.Telemetry.Queries;

/// <summary>An instrument in a list.</summary>
internal sealed record InstrumentItem
{
    /// <summary>Which.</summary>
    public required InstrumentKey Key { get; init; }

    /// <summary>Its unit, as UCUM writes it; empty if not said.</summary>
    public required string Unit { get; init; }

    /// <summary>What it measures; empty if not said.</summary>
    public required string Description { get; init; }

    /// <summary>How its points are read.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>Its series: combinations of instance and attributes.</summary>
    public required int Series { get; init; }

    /// <summary>Points of further series, for which there was no room.</summary>
    public long Refused { get; init; }

    /// <summary>Its attributes' keys with the values that occur.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Dimensions { get; init; }
}
