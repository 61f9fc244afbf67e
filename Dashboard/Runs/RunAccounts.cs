namespace Dashboard.Runs;

/// <summary>Where the orders of a run are.</summary>
internal sealed record RunAccounts
{
    /// <summary>Accepted.</summary>
    public required long Accepted { get; init; }

    /// <summary>Delivered.</summary>
    public required long Delivered { get; init; }

    /// <summary>Given up on, at the function or at EventBridge.</summary>
    public required long Dropped { get; init; }

    /// <summary>At EventBridge, in the queue or at the function now.</summary>
    public required long InFlight { get; init; }

    /// <summary>What is missing, or too many.</summary>
    public long Unaccounted => Accepted - Delivered - Dropped - InFlight;
}
