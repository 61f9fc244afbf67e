namespace LocalAws.EventBridge.Delivery;

/// <summary>What became of one hand-over.</summary>
/// <param name="Error">AWS's error code for dead letters; null: the target took the event.</param>
/// <param name="Message">What the target said.</param>
/// <param name="IsRetryable">Whether another try can help.</param>
/// <param name="RetryAfter">The wait that the target asked for.</param>
internal readonly record struct InvocationOutcome(string? Error, string? Message, bool IsRetryable, TimeSpan? RetryAfter)
{
    public static InvocationOutcome Delivered => default;

    public bool IsDelivered => Error is null;

    public static InvocationOutcome Retryable(string error, string message, TimeSpan? retryAfter = null) => new(error, message, true, retryAfter);

    public static InvocationOutcome Final(string error, string message) => new(error, message, false, null);
}
