namespace Scenarios.Reports;

/// <summary>A simulated second, over the last ten simulated seconds.</summary>
public sealed record LiveRates
{
    /// <summary>Orders accepted.</summary>
    public double Accepted { get; init; }

    /// <summary>Orders delivered.</summary>
    public double Delivered { get; init; }

    /// <summary>Calls answered 429.</summary>
    public double Throttled { get; init; }

    /// <summary>Calls answered 502.</summary>
    public double Faults { get; init; }

    /// <summary>Attempts after an invocation's first.</summary>
    public double Retries { get; init; }
}
