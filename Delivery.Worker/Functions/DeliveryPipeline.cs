using Polly;
using Polly.Retry;
using Scenarios.Settings;
using ServiceDefaults.Randomness;

namespace Delivery.Worker.Functions;

/// <summary>The retries in the function's code, as a Polly pipeline with Polly's own telemetry.</summary>
internal static class DeliveryPipeline
{
    /// <summary>The pipeline's key, and the name that its metrics carry.</summary>
    public const string Key = "delivery";

    /// <summary>
    /// Adds the pipeline: <see cref="DeliverySettings.MaxAttempts"/> attempts in all; between two, a fixed wait and a
    /// uniform random one; every outcome but a 2xx answer is retried.
    /// </summary>
    public static IServiceCollection AddDeliveryPipeline(this IServiceCollection services) =>
        services.AddResiliencePipeline<string, AttemptOutcome>(Key, static (builder, context) =>
        {
            var settings = context.ServiceProvider.GetRequiredService<LiveSettings>();
            var random = context.ServiceProvider.GetRequiredService<RandomSource>();
            builder.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            builder.AddRetry(new RetryStrategyOptions<AttemptOutcome>
            {
                Name = "delivery-attempts",
                // The limit is asked for with each attempt: it may change while the pipeline lives.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Result is { IsDelivered: false } && attempt.AttemptNumber + 1 < settings.Current.Delivery.MaxAttempts),
                DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(Wait(settings.Current.Delivery, random)),
            });
        });

    private static TimeSpan Wait(DeliverySettings settings, RandomSource random) =>
        TimeSpan.FromSeconds(settings.RetryWaitSeconds + (random.NextDouble() * settings.RetryJitterSeconds));
}
