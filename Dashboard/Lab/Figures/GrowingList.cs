namespace Dashboard.Lab.Figures;

/// <summary>A list that only grows, and forgets its oldest when it is full. One thread adds; any may read.</summary>
internal sealed class GrowingList<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new();
    private int _count;

    /// <summary>How many there have been, the forgotten included.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        lock (_lock)
        {
            if (_items.Count == capacity)
            {
                _items.Dequeue();
            }

            _items.Enqueue(item);
            _count++;
        }
    }

    /// <summary>Those from number <paramref name="index"/> on that are still known.</summary>
    public IReadOnlyList<T> From(int index)
    {
        lock (_lock)
        {
            return index >= _count ? [] : [.. _items.Skip(Math.Max(0, index - (_count - _items.Count)))];
        }
    }
}
