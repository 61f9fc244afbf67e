namespace Scenarios.Comparison;

/// <summary>One figure of two runs.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Unit">Of its values: empty for a count, s, % or a currency.</param>
/// <param name="First">In the first run; null if not known.</param>
/// <param name="Second">In the second.</param>
public sealed record ComparedFigure(string Title, string Unit, double? First, double? Second)
{
    /// <summary>The second less the first.</summary>
    public double? Difference => Second - First;

    /// <summary>The difference in percent of the first; null where that says nothing.</summary>
    public double? DifferencePercent => First is { } first && first != 0 ? 100 * Difference / Math.Abs(first) : null;
}
