namespace Dashboard.Components.Charts;

/// <summary>One series of a chart.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="Colour">The index of its colour (<c>--series-N</c>); by its position when null.</param>
/// <param name="Stack">Series of one stack stand on each other.</param>
/// <param name="IsDashed">Dashed: a limit, a plan, something not measured.</param>
/// <param name="IsFaint">Behind the others: a reference.</param>
/// <param name="IsOnRight">Measured by the axis at the right, whose unit is <see cref="ChartModel.RightUnit"/>.</param>
/// <param name="IsLimit">What the others are held against. Far above them it stands in the legend and is not drawn: they would lie flat below it.</param>
public sealed record ChartSeries(
    string Name,
    ChartMark Mark = ChartMark.Line,
    int? Colour = null,
    string? Stack = null,
    bool IsDashed = false,
    bool IsFaint = false,
    bool IsOnRight = false,
    bool IsLimit = false);
