using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// All deadlines of a queue in the order in which they fall due: a heap of four children a node, in which each deadline
/// knows its place, so that it can be moved or taken out. Eight bytes a deadline.
/// </summary>
internal sealed class Schedule
{
    private const int Children = 4;
    private const int Smallest = 16;

    private Deadline[] _heap = new Deadline[Smallest];
    private int _count;

    /// <summary>When the next deadline falls due, Unix milliseconds; null: there is none.</summary>
    public long? Next => _count == 0 ? null : _heap[0].DueAt;

    /// <summary>Puts a deadline in, or moves it if it is in already.</summary>
    public void Set(Deadline deadline, long at)
    {
        deadline.DueAt = at;
        if (deadline.Place == Deadline.Unscheduled)
        {
            if (_count == _heap.Length)
            {
                Array.Resize(ref _heap, _count + (_count / 2));
            }

            RiseFrom(_count++, deadline);
        }
        else
        {
            Settle(deadline.Place, deadline);
        }
    }

    /// <summary>Takes a deadline out, if it is in.</summary>
    public void Remove(Deadline deadline)
    {
        var place = deadline.Place;
        if (place == Deadline.Unscheduled)
        {
            return;
        }

        deadline.Place = Deadline.Unscheduled;
        var last = _heap[--_count];
        _heap[_count] = null!;
        if (place < _count)
        {
            Settle(place, last);
        }

        if (_heap.Length > Smallest && _count < _heap.Length / 4)
        {
            Array.Resize(ref _heap, Math.Max(Smallest, _heap.Length / 2));
        }
    }

    /// <summary>Takes the next deadline that is due at <paramref name="now"/>.</summary>
    public bool TryTake(long now, [NotNullWhen(true)] out Deadline? due)
    {
        if (_count == 0 || _heap[0].DueAt > now)
        {
            due = null;
            return false;
        }

        due = _heap[0];
        Remove(due);
        return true;
    }

    private void Settle(int place, Deadline deadline)
    {
        if (place > 0 && deadline.IsBefore(_heap[(place - 1) / Children]))
        {
            RiseFrom(place, deadline);
        }
        else
        {
            SinkFrom(place, deadline);
        }
    }

    private void RiseFrom(int place, Deadline deadline)
    {
        while (place > 0 && deadline.IsBefore(_heap[(place - 1) / Children]))
        {
            Put(place, _heap[(place - 1) / Children]);
            place = (place - 1) / Children;
        }

        Put(place, deadline);
    }

    private void SinkFrom(int place, Deadline deadline)
    {
        for (var first = (place * Children) + 1; first < _count; first = (place * Children) + 1)
        {
            var earliest = first;
            for (var child = first + 1; child < Math.Min(first + Children, _count); child++)
            {
                earliest = _heap[child].IsBefore(_heap[earliest]) ? child : earliest;
            }

            if (!_heap[earliest].IsBefore(deadline))
            {
                break;
            }

            Put(place, _heap[earliest]);
            place = earliest;
        }

        Put(place, deadline);
    }

    private void Put(int place, Deadline deadline)
    {
        _heap[place] = deadline;
        deadline.Place = place;
    }
}
