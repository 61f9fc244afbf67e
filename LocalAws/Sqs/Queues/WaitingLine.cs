namespace LocalAws.Sqs.Queues;

/// <summary>The long polls that wait at a queue, first come first served. Not thread-safe: the queue locks.</summary>
internal sealed class WaitingLine(Schedule schedule)
{
    private readonly LinkedList<ReceiveWaiter> _line = [];

    /// <summary>The poll that is served next.</summary>
    public ReceiveWaiter? First => _line.First?.Value;

    /// <summary>How many wait.</summary>
    public int Count => _line.Count;

    public void Join(ReceiveWaiter waiter, long until)
    {
        waiter.LinePlace = _line.AddLast(waiter);
        schedule.Set(waiter, until);
    }

    /// <summary>Takes a poll out of the line; false if it was answered before.</summary>
    public bool Leave(ReceiveWaiter waiter)
    {
        if (waiter.LinePlace is not { } place)
        {
            return false;
        }

        schedule.Remove(waiter);
        _line.Remove(place);
        waiter.LinePlace = null;
        return true;
    }
}
