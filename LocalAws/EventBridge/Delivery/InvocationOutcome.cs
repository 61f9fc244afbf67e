using System.Net;

namespace LocalAws.EventBridge.Delivery;

/// <summary>What became of one hand-over.</summary>
/// <param name="Error">AWS's error code for dead letters; null: the target took the event.</param>
/// <param name="Message">What the target said.</param>
/// <param name="IsRetryable">Whether another try can help.</param>
/// <param name="RetryAfter">The wait that the target asked for.</param>
internal readonly record struct InvocationOutcome(string? Error, string? Message, bool IsRetryable, TimeSpan? RetryAfter)
{
    public static InvocationOutcome Delivered => default;

    /// <summary>The target's template does not give JSON for this event.</summary>
    public static InvocationOutcome NoPayload => Final("INVALID_JSON", "The target's input template does not give valid JSON for this event.");

    public static InvocationOutcome Defect => Final("INTERNAL_ERROR", "The hand-over failed because of an internal error.");

    /// <summary>What an endpoint that refused answered; 0: it is none, or it did not.</summary>
    public HttpStatusCode Status { get; init; }

    public bool IsDelivered => Error is null;

    public static InvocationOutcome Retryable(string error, string message, TimeSpan? retryAfter = null) => new(error, message, true, retryAfter);

    public static InvocationOutcome Final(string error, string message) => new(error, message, false, null);
}
