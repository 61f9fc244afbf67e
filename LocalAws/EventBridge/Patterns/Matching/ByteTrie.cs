namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// A trie over bytes as a double array (Aoe, "An efficient digital search algorithm by using a double-array structure",
/// 1989): a state's successor by a byte is one exclusive-or and one comparison away, and no state costs more than it has successors.
/// </summary>
internal sealed class ByteTrie
{
    public const int Root = 0;

    /// <summary>There is no such state.</summary>
    public const int None = -1;

    private const int Free = -1;

    private State[] _states = [];
    private readonly List<TrieHit> _hits = [];
    private TrieHit[] _hitsByState = [];
    private int _firstFree = 1;

    private ByteTrie()
    {
    }

    /// <summary>How much memory it takes, in bytes.</summary>
    public long Bytes => (_states.Length * 16L) + (_hitsByState.Length * 8L);

    /// <summary>A trie in which each key leads to its hits.</summary>
    public static ByteTrie Of(IEnumerable<(byte[] Key, TrieHit Hit)> entries)
    {
        var trie = new ByteTrie();
        trie.Build([.. entries.OrderBy(static entry => entry.Key, ByteOrder.Instance)]);
        return trie;
    }

    public int Next(int state, byte letter)
    {
        var next = _states[state].Base ^ letter;
        return (uint)next < (uint)_states.Length && _states[next].Parent == state ? next : None;
    }

    /// <summary>What the way to this state spells.</summary>
    public ReadOnlySpan<TrieHit> Hits(int state) => _hitsByState.AsSpan(_states[state].Hits, _states[state].HitCount);

    private void Build((byte[] Key, TrieHit Hit)[] entries)
    {
        Grow(256);
        // The root is nobody's successor: no state has this number.
        _states[Root].Parent = int.MaxValue;
        var open = new Stack<(int State, int From, int To, int Depth)>([(Root, 0, entries.Length, 0)]);
        while (open.TryPop(out var place))
        {
            var (state, from, to, depth) = place;
            _states[state].Hits = _hits.Count;
            for (; from < to && entries[from].Key.Length == depth; from++)
            {
                _hits.Add(entries[from].Hit);
            }

            _states[state].HitCount = _hits.Count - _states[state].Hits;
            if (from == to)
            {
                continue;
            }

            var children = Children(entries, from, to, depth);
            var @base = FindBase(children);
            _states[state].Base = @base;
            for (var index = 0; index < children.Count; index++)
            {
                var (letter, start) = children[index];
                var child = @base ^ letter;
                _states[child].Parent = state;
                open.Push((child, start, index + 1 < children.Count ? children[index + 1].Start : to, depth + 1));
            }
        }

        _hitsByState = [.. _hits];
        _hits.Clear();
        _hits.TrimExcess();
    }

    private static List<(byte Letter, int Start)> Children((byte[] Key, TrieHit Hit)[] entries, int from, int to, int depth)
    {
        List<(byte Letter, int Start)> children = [];
        for (var index = from; index < to; index++)
        {
            var letter = entries[index].Key[depth];
            if (children.Count == 0 || children[^1].Letter != letter)
            {
                children.Add((letter, index));
            }
        }

        return children;
    }

    /// <summary>A base by which all of these letters lead to states that are still free.</summary>
    private int FindBase(List<(byte Letter, int Start)> children)
    {
        while (_firstFree < _states.Length && _states[_firstFree].Parent != Free)
        {
            _firstFree++;
        }

        for (var slot = _firstFree; ; slot++)
        {
            if (slot + 256 >= _states.Length)
            {
                Grow(_states.Length * 2);
            }

            var @base = slot ^ children[0].Letter;
            if (_states[slot].Parent == Free && children.TrueForAll(child => _states[@base ^ child.Letter].Parent == Free))
            {
                return @base;
            }
        }
    }

    private void Grow(int length)
    {
        var before = _states.Length;
        Array.Resize(ref _states, length);
        _states.AsSpan(before).Fill(new State { Parent = Free });
    }

    private struct State
    {
        public int Base;
        public int Parent;
        public int Hits;
        public int HitCount;
    }
}
