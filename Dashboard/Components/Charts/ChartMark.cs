namespace Dashboard.Components.Charts;

/// <summary>How a series is drawn.</summary>
public enum ChartMark
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A line with its area filled; areas of one stack stand on each other.</summary>
    Area,

    /// <summary>Bars.</summary>
    Bar,

    /// <summary>Points.</summary>
    Points,

    /// <summary>Cells whose colour says how much: x, y and a value.</summary>
    HeatMap,
}
