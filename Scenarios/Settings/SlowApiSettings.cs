using System.ComponentModel.DataAnnotations;

namespace Scenarios.Settings;

/// <summary>The section <c>SlowApi</c>: the downstream's limit, faults and latency.</summary>
public sealed record SlowApiSettings
{
    /// <summary>Permits a second that flow into each key's token bucket (API Gateway usage plan: RateLimit). Default 10.</summary>
    [Range(0.1, 100_000)]
    public double RateLimit { get; init; } = 10;

    /// <summary>Permits that the bucket holds at most (API Gateway usage plan: BurstLimit). Default 10.</summary>
    [Range(1, 100_000)]
    public int BurstLimit { get; init; } = 10;

    /// <summary>Share of the admitted calls that fail at once, 0 to 1. Default 0.2.</summary>
    [Range(0.0, 1.0)]
    public double FaultRate { get; init; } = 0.2;

    /// <summary>How long the others take.</summary>
    public LatencySettings Latency { get; init; } = new();
}
