namespace Dashboard.Components.Charts;

/// <summary>A selected stretch of the horizontal axis.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end.</param>
public sealed record ChartRange(double From, double To)
{
    /// <summary>The start, on an axis of time.</summary>
    public DateTimeOffset FromTime => DateTimeOffset.UnixEpoch.AddMilliseconds(From);

    /// <summary>The end, on an axis of time.</summary>
    public DateTimeOffset ToTime => DateTimeOffset.UnixEpoch.AddMilliseconds(To);
}
