namespace LocalAws.Sqs.Queues;

/// <summary>How many messages a queue has, by state, how long its oldest has been there, and how many polls wait.</summary>
internal readonly record struct QueueCounts(int Visible, int InFlight, int Delayed, TimeSpan AgeOfOldest, int Polls)
{
    /// <summary>All messages.</summary>
    public int Total => Visible + InFlight + Delayed;
}
