namespace AppHost.Experiments.Output;

/// <summary>A line of a chart.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Style">The CSS class that colours it.</param>
/// <param name="Points">Minute and value, ascending; a null value is a gap.</param>
internal sealed record ChartLine(string Name, string Style, IReadOnlyList<(double Minute, double? Value)> Points)
{
    /// <summary>The style of a measured curve that the arms are held against: drawn behind them, and last in the legend.</summary>
    public const string Reference = "reference";
}
