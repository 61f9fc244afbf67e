namespace Dashboard.Otlp;

/// <summary>What became of a request.</summary>
internal abstract record OtlpOutcome
{
    private OtlpOutcome()
    {
    }

    /// <summary>It was taken in, but for <paramref name="Rejected"/> items that make no sense.</summary>
    /// <param name="Rejected">How many.</param>
    /// <param name="Reason">Why, or what else the sender should know; empty if nothing.</param>
    internal sealed record Taken(long Rejected, string Reason) : OtlpOutcome;

    /// <summary>There is no room; nothing of it was taken.</summary>
    internal sealed record Full : OtlpOutcome
    {
        /// <summary>When to come back.</summary>
        public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);

        /// <summary>What the sender is told.</summary>
        public const string Message = "The receiver is full; nothing of this batch was taken.";
    }

    /// <summary>It is not what it says it is.</summary>
    internal sealed record Malformed(string Message) : OtlpOutcome;
}
