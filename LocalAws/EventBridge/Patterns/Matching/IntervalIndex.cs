namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// Finds the intervals that a point lies in: a segment tree over the intervals' bounds, so that a point costs a binary
/// search, the height of the tree and the intervals found.
/// </summary>
internal sealed class IntervalIndex
{
    /// <summary>The points at which an interval begins, or begins to be left, ascending.</summary>
    private readonly UInt128[] _bounds;

    /// <summary>The conditions of the tree's nodes, one node after the other.</summary>
    private readonly int[] _conditions;

    /// <summary>Where in them each node starts.</summary>
    private readonly int[] _starts;

    /// <param name="intervals">Both ends are included.</param>
    public IntervalIndex(IReadOnlyCollection<(UInt128 Low, UInt128 High, int Condition)> intervals)
    {
        _bounds = [.. intervals.SelectMany(static interval => Bounds(interval.Low, interval.High)).Distinct().Order()];
        var nodes = new List<int>?[_bounds.Length * 2];
        foreach (var (low, high, condition) in intervals)
        {
            var from = Array.BinarySearch(_bounds, low) + _bounds.Length;
            var to = (high == UInt128.MaxValue ? _bounds.Length : Array.BinarySearch(_bounds, high + 1)) + _bounds.Length;
            for (; from < to; from >>= 1, to >>= 1)
            {
                if ((from & 1) == 1)
                {
                    (nodes[from++] ??= []).Add(condition);
                }

                if ((to & 1) == 1)
                {
                    (nodes[--to] ??= []).Add(condition);
                }
            }
        }

        _conditions = [.. nodes.SelectMany(static node => node ?? [])];
        _starts = new int[nodes.Length + 1];
        for (var node = 0; node < nodes.Length; node++)
        {
            _starts[node + 1] = _starts[node] + (nodes[node]?.Count ?? 0);
        }
    }

    /// <summary>How much memory it takes, in bytes.</summary>
    public long Bytes => (_bounds.Length * 16L) + ((_conditions.Length + _starts.Length) * 4L);

    /// <summary>The conditions of the intervals that <paramref name="point"/> lies in.</summary>
    public Found Find(UInt128 point)
    {
        var place = Array.BinarySearch(_bounds, point);
        // What is found nowhere lies behind the bound before it; before all bounds, no interval has begun.
        place = place >= 0 ? place : ~place - 1;
        return new Found(this, place < 0 ? 0 : place + _bounds.Length);
    }

    private static IEnumerable<UInt128> Bounds(UInt128 low, UInt128 high) => high == UInt128.MaxValue ? [low] : [low, high + 1];

    /// <summary>The nodes from a leaf up to the root, and each one's conditions.</summary>
    internal ref struct Found(IntervalIndex index, int node)
    {
        private int _node = node;

        public bool Next(out ReadOnlySpan<int> conditions)
        {
            if (_node == 0)
            {
                conditions = default;
                return false;
            }

            conditions = index._conditions.AsSpan(index._starts[_node]..index._starts[_node + 1]);
            _node >>= 1;
            return true;
        }
    }
}
