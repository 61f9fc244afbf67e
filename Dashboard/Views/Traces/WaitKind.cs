namespace Dashboard.Views.Traces;

/// <summary>Why nothing was done.</summary>
internal enum WaitKind
{
    /// <summary>The caller's code waits before it tries again.</summary>
    Backoff,

    /// <summary>The platform waits before it invokes the function again.</summary>
    RetryDelay,

    /// <summary>The queue keeps a message hidden that was not deleted.</summary>
    Redelivery,

    /// <summary>Handed over, not yet taken up.</summary>
    Queued,
}
