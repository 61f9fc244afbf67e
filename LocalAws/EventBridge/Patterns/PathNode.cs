using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// The paths of patterns as a tree of names, so that the reading of an event skips whatever no path leads to. A dot in a
/// name of the event counts as a step, because patterns join their names by dots.
/// </summary>
internal sealed class PathNode
{
    /// <summary>Names as long as this or shorter are looked up without touching the heap.</summary>
    private const int LongestOnStack = 256;

    private readonly List<(byte[] Name, PathNode Node)> _children = [];

    /// <summary>A hash table of numbers of children plus one, at most half full; its length is a power of two.</summary>
    private int[] _table = [];

    private bool _hasGrandchildren;

    /// <summary>The number of the field that ends here, or -1.</summary>
    public int Field { get; private set; } = -1;

    /// <summary>Adds <paramref name="path"/> as the field <paramref name="field"/>.</summary>
    public void Add(string path, int field)
    {
        var node = this;
        PathNode? parent = null;
        foreach (var step in path.Split('.'))
        {
            parent?._hasGrandchildren = true;
            parent = node;
            node = node.GetOrAdd(Encoding.UTF8.GetBytes(step));
        }

        node.Field = field;
    }

    /// <summary>The node below this one that the reader's property name leads to, or null.</summary>
    public PathNode? Find(ref Utf8JsonReader property)
    {
        var name = property.ValueSpan;
        if (!property.ValueIsEscaped)
        {
            return Find(name);
        }

        var target = name.Length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[name.Length];
        return Find(target[..EscapedText.Unescape(name, target)]);
    }

    private PathNode? Find(ReadOnlySpan<byte> name) =>
        Child(name) ?? (_hasGrandchildren && name.IndexOf((byte)'.') is >= 0 and var dot ? Child(name[..dot])?.Find(name[(dot + 1)..]) : null);

    private PathNode GetOrAdd(byte[] name)
    {
        if (Child(name) is { } known)
        {
            return known;
        }

        var child = new PathNode();
        _children.Add((name, child));
        if (_children.Count * 2 > _table.Length)
        {
            _table = new int[Math.Max(4, _table.Length * 2)];
            for (var index = 0; index < _children.Count; index++)
            {
                Place(index);
            }
        }
        else
        {
            Place(_children.Count - 1);
        }

        return child;
    }

    private void Place(int child)
    {
        var mask = _table.Length - 1;
        var slot = Hash(_children[child].Name) & mask;
        while (_table[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _table[slot] = child + 1;
    }

    private PathNode? Child(ReadOnlySpan<byte> name)
    {
        if (_table.Length == 0)
        {
            return null;
        }

        var mask = _table.Length - 1;
        for (var slot = Hash(name) & mask; _table[slot] != 0; slot = (slot + 1) & mask)
        {
            var child = _children[_table[slot] - 1];
            if (name.SequenceEqual(child.Name))
            {
                return child.Node;
            }
        }

        return null;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        var hash = 17u;
        foreach (var letter in name)
        {
            hash = (hash * 31) + letter;
        }

        return (int)((hash * 0x9E3779B1u) >> 8);
    }
}
