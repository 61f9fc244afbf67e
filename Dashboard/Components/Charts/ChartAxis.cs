namespace Dashboard.Components.Charts;

/// <summary>What the horizontal axis measures.</summary>
public enum ChartAxis
{
    /// <summary>Time: x in milliseconds since 1970.</summary>
    Time,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of the named categories: x is its index.</summary>
    Category,
}
