using Scenarios.Settings;

namespace Dashboard.Lab.Figures;

/// <summary>The limits that the pipeline has at the moment.</summary>
/// <param name="Account">Invocations that the account runs at a time.</param>
/// <param name="Mapping">Invocations that the queue's mapping runs at a time.</param>
/// <param name="Rate">Calls a second that SlowApi allows.</param>
/// <param name="Burst">Permits that its bucket holds.</param>
public sealed record PipelineLimits(int Account, int Mapping, double Rate, int Burst)
{
    /// <summary>Those of some settings.</summary>
    public static PipelineLimits Of(SystemSettings settings) => new(
        settings.AsyncInvocation.AccountConcurrency,
        settings.EventSource.MaximumConcurrency,
        settings.SlowApi.RateLimit,
        settings.SlowApi.BurstLimit);
}
