namespace Delivery.Worker.Invocation;

/// <summary>How an invocation ended.</summary>
internal enum InvocationStatus
{
    /// <summary>The function returned.</summary>
    Succeeded,

    /// <summary>The function raised an error.</summary>
    Failed,

    /// <summary>The function ran into its timeout.</summary>
    TimedOut,

    /// <summary>This service stops; the invocation counts for nothing and its event must come again.</summary>
    Aborted,
}

/// <summary>How an invocation ended.</summary>
/// <param name="Status">In a word.</param>
/// <param name="Error">What went wrong; null if nothing did.</param>
internal sealed record InvocationResult(InvocationStatus Status, string? Error = null)
{
    /// <summary>What Lambda bills: the time it took, simulated, rounded up to a millisecond (AWS Lambda Pricing).</summary>
    public TimeSpan BilledDuration { get; init; }

    /// <summary>The function returned.</summary>
    public static InvocationResult Succeeded { get; } = new(InvocationStatus.Succeeded);

    /// <summary>Whether this was an error as CloudWatch's metric Errors counts it.</summary>
    public bool IsError => Status is InvocationStatus.Failed or InvocationStatus.TimedOut;
}
