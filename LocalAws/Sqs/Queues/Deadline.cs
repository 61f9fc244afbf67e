namespace LocalAws.Sqs.Queues;

/// <summary>Something of a queue that falls due: a message to show or expire, or a poll to answer empty.</summary>
internal abstract class Deadline(long order)
{
    /// <summary>The place of what is in no schedule.</summary>
    public const int Unscheduled = -1;

    /// <summary>Order of arrival at the queue, unique within it.</summary>
    public long Order { get; } = order;

    /// <summary>When it falls due, Unix milliseconds. Only the schedule changes it.</summary>
    public long DueAt { get; set; }

    /// <summary>Its place in the schedule.</summary>
    public int Place { get; set; } = Unscheduled;

    /// <summary>Whether it falls due before <paramref name="other"/>; what came first goes first among equals.</summary>
    public bool IsBefore(Deadline other) => DueAt != other.DueAt ? DueAt < other.DueAt : Order < other.Order;
}
