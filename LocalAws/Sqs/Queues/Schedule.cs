using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>All deadlines of a queue in the order in which they fall due.</summary>
internal sealed class Schedule
{
    private readonly SortedSet<Deadline> _deadlines = new(Deadline.ByTime);

    /// <summary>When the next deadline falls due; null: there is none.</summary>
    public DateTimeOffset? Next => _deadlines.Min?.At;

    public void Add(Deadline deadline, DateTimeOffset at)
    {
        deadline.At = at;
        _deadlines.Add(deadline);
    }

    public void Remove(Deadline deadline) => _deadlines.Remove(deadline);

    /// <summary>Takes the next deadline that is due at <paramref name="now"/>.</summary>
    public bool TryTake(DateTimeOffset now, [NotNullWhen(true)] out Deadline? due)
    {
        due = _deadlines.Min;
        if (due is null || due.At > now)
        {
            due = null;
            return false;
        }

        _deadlines.Remove(due);
        return true;
    }
}
