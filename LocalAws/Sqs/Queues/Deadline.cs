namespace LocalAws.Sqs.Queues;

/// <summary>Something of a queue that falls due: a message to show or expire, or a poll to answer empty.</summary>
internal abstract class Deadline(long order)
{
    /// <summary>Sorts by due time; what came first goes first among equals.</summary>
    public static IComparer<Deadline> ByTime { get; } = Comparer<Deadline>.Create(static (left, right) =>
        left.At != right.At ? left.At.CompareTo(right.At) : left.Order.CompareTo(right.Order));

    /// <summary>Order of arrival at the queue, unique within it.</summary>
    public long Order { get; } = order;

    /// <summary>When it falls due. Only changed while it is in no schedule.</summary>
    public DateTimeOffset At { get; set; }
}
