namespace Dashboard.Components.Charts;

/// <summary>What a chart is, apart from its points: set once.</summary>
public sealed record ChartModel
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of its values, such as <c>orders/s</c>; empty for a plain number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The unit of the axis at the right, if a series uses it.</summary>
    public string RightUnit { get; init; } = "";

    /// <summary>What stands in its place when there is nothing to draw.</summary>
    public string Empty { get; init; } = "No data in this time";

    /// <summary>The series. Equal lists are one chart: a new list starts an empty one.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The horizontal axis.</summary>
    public ChartAxis Axis { get; init; } = ChartAxis.Time;

    /// <summary>The unit of the horizontal axis, if it is a number.</summary>
    public string AxisUnit { get; init; } = "";

    /// <summary>Where the horizontal axis begins at the latest, if it is a number; where its points begin when null.</summary>
    public double? AxisMinimum { get; init; }

    /// <summary>The names on a horizontal axis of categories.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The names on the vertical axis of a heat map, from below.</summary>
    public IReadOnlyList<string>? Rows { get; init; }

    /// <summary>The vertical axis is logarithmic.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Where the vertical axis ends at least; where its values end when null.</summary>
    public double? Maximum { get; init; }

    /// <summary>In milliseconds: older points than this before the newest are let go. Null keeps all.</summary>
    public double? Window { get; init; }

    /// <summary>The most points that a series holds; the oldest go first.</summary>
    public int MaximumPoints { get; init; } = 5_000;

    /// <summary>A stretch of the horizontal axis can be selected with the mouse.</summary>
    public bool IsRangeSelectable { get; init; }
}
