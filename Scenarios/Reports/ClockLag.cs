namespace Scenarios.Reports;

/// <summary>How late the processes' timers fired, simulated ms.</summary>
public sealed record ClockLag
{
    /// <summary>The worst, ms.</summary>
    public double MaxLagMilliseconds { get; init; }

    /// <summary>99th percentile over all processes, ms.</summary>
    public double P99LagMilliseconds { get; init; }
}
