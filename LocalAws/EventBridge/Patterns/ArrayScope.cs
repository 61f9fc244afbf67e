using System.Text;

namespace LocalAws.EventBridge.Patterns;

/// <summary>
/// Where in the arrays of an event a value stands: the element <paramref name="Index"/> of the array
/// <paramref name="Array"/>, which itself stands in <paramref name="Parent"/>.
/// </summary>
internal sealed record ArrayScope(ArrayScope? Parent, int Array, int Index)
{
    /// <summary>False if the two stand in different elements of one array: values of different elements never match together.</summary>
    public static bool AreConsistent(ArrayScope? one, ArrayScope? other)
    {
        for (var left = one; left is not null; left = left.Parent)
        {
            for (var right = other; right is not null; right = right.Parent)
            {
                if (left.Array == right.Array && left.Index != right.Index)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The elements that a place is in, of <paramref name="arrays"/> only.</summary>
    public static string Describe(ArrayScope? scope, HashSet<int> arrays)
    {
        var text = new StringBuilder();
        for (; scope is not null; scope = scope.Parent)
        {
            if (arrays.Contains(scope.Array))
            {
                text.Append(scope.Array).Append(':').Append(scope.Index).Append(' ');
            }
        }

        return text.ToString();
    }
}
