namespace Scenarios.Reports;

/// <summary>From an order's acceptance to its delivery, simulated seconds; null when nothing was delivered.</summary>
public sealed record TimeToDelivery
{
    /// <summary>Median, s.</summary>
    public double? P50Seconds { get; init; }

    /// <summary>99th percentile, s.</summary>
    public double? P99Seconds { get; init; }
}
