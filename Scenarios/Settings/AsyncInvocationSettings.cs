using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Scenarios.Settings;

/// <summary>
/// The section <c>AsyncInvocation</c>. Source of the defaults and ranges: AWS Lambda Developer Guide, "How Lambda
/// handles errors and retries with asynchronous invocation" and "Configuring error handling settings".
/// </summary>
public sealed record AsyncInvocationSettings : ICheckedSettings
{
    /// <summary>Invocations that the account runs at a time. Default 1,000.</summary>
    [Range(1, 100_000)]
    public int AccountConcurrency { get; init; } = 1_000;

    /// <summary>Further invocations after a failed one. Default 2.</summary>
    [Range(0, 2)]
    public int MaximumRetryAttempts { get; init; } = 2;

    /// <summary>Wait before the first further invocation, s; the second waits twice as long. Default 60.</summary>
    [Range(0.0, 3600.0)]
    public double RetryWaitSeconds { get; init; } = 60;

    /// <summary>How old an event may become before it is dropped, s. Default 21,600 (6 h).</summary>
    [Range(60, 21_600)]
    public int MaximumEventAgeSeconds { get; init; } = 21_600;

    /// <summary>First wait after a throttled invocation, s; it doubles. Default 1.</summary>
    [Range(0.1, 300.0)]
    public double ThrottleBackoffSeconds { get; init; } = 1;

    /// <summary>Longest wait after a throttled invocation, s. Default 300.</summary>
    [Range(0.1, 21_600.0)]
    public double ThrottleBackoffMaximumSeconds { get; init; } = 300;

    /// <summary>The SQS queue (its URL) that gets dropped events; empty: they are lost. Default empty.</summary>
    [RegularExpression("(https?://[^/]+/.+)?", ErrorMessage = "a queue's http or https URL, or empty")]
    public string OnFailureQueueUrl { get; init; } = "";

    /// <inheritdoc />
    public IEnumerable<SettingProblem> Problems()
    {
        if (ThrottleBackoffSeconds > ThrottleBackoffMaximumSeconds)
        {
            yield return new(
                nameof(ThrottleBackoffSeconds),
                ThrottleBackoffSeconds,
                string.Create(CultureInfo.InvariantCulture, $"at most ThrottleBackoffMaximumSeconds, {ThrottleBackoffMaximumSeconds}"));
        }
    }
}
