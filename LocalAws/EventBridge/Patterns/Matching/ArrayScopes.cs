namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// The array elements of an event that hold objects or arrays: a tree, because each array stands in one element of
/// another or in none. Reused from event to event.
/// </summary>
internal sealed class ArrayScopes
{
    /// <summary>In no array.</summary>
    public const int None = -1;

    private Element[] _elements = new Element[16];

    /// <summary>How many elements there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many arrays there are; they are numbered from 0.</summary>
    public int Arrays { get; private set; }

    public void Clear() => (Count, Arrays) = (0, 0);

    /// <summary>The number of a new array.</summary>
    public int AddArray() => Arrays++;

    /// <summary>Adds the element <paramref name="index"/> of the array <paramref name="array"/>, which stands in <paramref name="parent"/>.</summary>
    public int Add(int parent, int array, int index)
    {
        if (Count == _elements.Length)
        {
            Array.Resize(ref _elements, Count * 2);
        }

        _elements[Count] = new Element(parent, array, index);
        return Count++;
    }

    public int Parent(int scope) => _elements[scope].Parent;

    public int ArrayOf(int scope) => _elements[scope].Array;

    /// <summary>False if the two stand in different elements of one array: values of different elements never match together.</summary>
    public bool AreConsistent(int one, int other)
    {
        for (var left = one; left != None; left = _elements[left].Parent)
        {
            for (var right = other; right != None; right = _elements[right].Parent)
            {
                if (_elements[left].Array == _elements[right].Array && _elements[left].Index != _elements[right].Index)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private readonly record struct Element(int Parent, int Array, int Index);
}
