using System.ComponentModel.DataAnnotations;

namespace Scenarios.Settings;

/// <summary>The section <c>Delivery</c>: the function and the retries in its code.</summary>
public sealed record DeliverySettings
{
    /// <summary>Attempts an invocation in all, the first included. Default 5.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The fixed part of the wait between two attempts, s. Default 3.</summary>
    [Range(0.0, 3600.0)]
    public double RetryWaitSeconds { get; init; } = 3;

    /// <summary>The random part: uniform from 0 to this, s. Default 5.</summary>
    [Range(0.0, 3600.0)]
    public double RetryJitterSeconds { get; init; } = 5;

    /// <summary>The function's timeout, s (Lambda allows 1 to 900). Default 29.</summary>
    [Range(1.0, 900.0)]
    public double FunctionTimeoutSeconds { get; init; } = 29;

    /// <summary>How long a looked-up parameter or secret is kept, s (Powertools' parameters utility: 5). Default 5.</summary>
    [Range(0.0, 3600.0)]
    public double ParameterCacheSeconds { get; init; } = 5;
}
