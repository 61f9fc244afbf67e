using Scenarios.Settings;

namespace Delivery.Worker.AsyncInvocation;

/// <summary>
/// When Lambda invokes again. Source: AWS Lambda Developer Guide, "How Lambda handles errors and retries with
/// asynchronous invocation".
/// </summary>
internal static class RetrySchedule
{
    /// <summary>The wait after the given number of failed invocations: 1 minute, then 2; null: no more.</summary>
    public static TimeSpan? AfterError(AsyncInvocationSettings settings, int failures) =>
        failures > settings.MaximumRetryAttempts ? null : TimeSpan.FromSeconds(settings.RetryWaitSeconds * failures);

    /// <summary>The wait after the given number of throttles in a row: 1 s, doubling, up to 5 minutes.</summary>
    public static TimeSpan AfterThrottle(AsyncInvocationSettings settings, int throttles) =>
        TimeSpan.FromSeconds(Math.Min(
            settings.ThrottleBackoffMaximumSeconds,
            settings.ThrottleBackoffSeconds * Math.Pow(2, Math.Min(throttles - 1, 30))));
}
