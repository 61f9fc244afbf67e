namespace Dashboard.Components.Charts;

/// <summary>A click on a point.</summary>
/// <param name="Series">Which series, from 0.</param>
/// <param name="X">Where.</param>
/// <param name="Id">What the point names, if anything.</param>
public sealed record ChartClick(int Series, double X, string? Id);
