namespace Dashboard.Components.Charts;

/// <summary>One point.</summary>
/// <param name="Series">Which series, from 0.</param>
/// <param name="X">Where; see <see cref="ChartAxis"/>.</param>
/// <param name="Y">How much, or the row of a heat map's cell; null leaves a gap.</param>
/// <param name="Value">The value of a heat map's cell.</param>
/// <param name="Id">What a click on it names, such as a trace.</param>
public readonly record struct ChartPoint(int Series, double X, double? Y, double? Value = null, string? Id = null)
{
    /// <summary>A point in time.</summary>
    public static ChartPoint At(int series, DateTimeOffset at, double? y, string? id = null) =>
        new(series, (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond, y, null, id);
}
