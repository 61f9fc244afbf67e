using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// The paths of a pattern as a tree of names, so that the scan of an event skips whatever no path leads to. A dot in a
/// name of the event counts as a step, because patterns join their names by dots.
/// </summary>
internal sealed class PathNode
{
    private readonly List<(byte[] Name, PathNode Node)> _children = [];

    /// <summary>The number of the field that ends here, or -1.</summary>
    public int Field { get; private set; } = -1;

    /// <summary>Adds <paramref name="path"/> as the field <paramref name="field"/>.</summary>
    public void Add(string path, int field)
    {
        var node = this;
        foreach (var step in path.Split('.'))
        {
            var name = Encoding.UTF8.GetBytes(step);
            if (node.Child(name) is not { } child)
            {
                child = new PathNode();
                node._children.Add((name, child));
            }

            node = child;
        }

        node.Field = field;
    }

    /// <summary>The node below this one that the reader's property name leads to, or null.</summary>
    public PathNode? Find(ref Utf8JsonReader property)
    {
        var name = property.ValueSpan;
        return !property.ValueIsEscaped && name.IndexOf((byte)'.') < 0 ? Child(name) : FindSteps(property.GetString()!);
    }

    private PathNode? FindSteps(string name)
    {
        var node = this;
        foreach (var step in name.Split('.'))
        {
            node = node.Child(Encoding.UTF8.GetBytes(step));
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    private PathNode? Child(ReadOnlySpan<byte> name)
    {
        foreach (var (childName, node) in _children)
        {
            if (name.SequenceEqual(childName))
            {
                return node;
            }
        }

        return null;
    }
}
