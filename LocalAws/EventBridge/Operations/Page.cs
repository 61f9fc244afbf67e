using System.Buffers.Text;
using System.Text;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Operations;

/// <summary>One page of a list that is ordered by name.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>Cuts lists into pages.</summary>
internal static class Page
{
    private const int LongestPage = 100;

    /// <param name="items">Everything, ordered by <paramref name="name"/>.</param>
    /// <param name="prefix">Only names that start so; null: all.</param>
    /// <param name="limit">The longest page, 1 to 100.</param>
    /// <param name="token">The token of the page before; null: the first page.</param>
    public static Page<T> Of<T>(IEnumerable<T> items, Func<T, string> name, string? prefix, int? limit, string? token)
    {
        new Constraints().Between("limit", limit, 1, LongestPage).Length("nextToken", token, 2048).Enforce();
        var size = limit ?? LongestPage;
        var start = token is null ? "" : ReadToken(token);
        T[] rest =
        [
            .. items
                .Where(item => name(item).StartsWith(prefix ?? "", StringComparison.Ordinal) && string.CompareOrdinal(name(item), start) >= 0)
                .Take(size + 1),
        ];
        return rest.Length > size
            ? new Page<T>(rest[..size], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name(rest[size]))))
            : new Page<T>(rest, null);
    }

    private static string ReadToken(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw TopologyErrors.Validation("Parameter NextToken is not valid.");
        }
    }
}
