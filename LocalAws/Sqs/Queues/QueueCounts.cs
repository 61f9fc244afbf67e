namespace LocalAws.Sqs.Queues;

/// <summary>How many messages a queue has, by state, and how long its oldest has been there.</summary>
internal readonly record struct QueueCounts(int Visible, int InFlight, int Delayed, TimeSpan AgeOfOldest)
{
    /// <summary>All messages.</summary>
    public int Total => Visible + InFlight + Delayed;
}
