namespace Dashboard.Views.Traces;

/// <summary>A time in which nothing was done, real time.</summary>
/// <param name="Kind">Why.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when.</param>
internal sealed record Wait(WaitKind Kind, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How long, real time.</summary>
    public TimeSpan Duration => To - From;

    /// <summary>What is waited for.</summary>
    public string Name => Kind switch
    {
        WaitKind.Backoff => "wait",
        WaitKind.RetryDelay => "retry delay",
        WaitKind.Redelivery => "redelivery",
        _ => "queued",
    };
}
