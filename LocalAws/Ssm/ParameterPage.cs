using System.Buffers.Text;
using System.Text;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>Cuts lists that are ordered by a text into pages.</summary>
internal static class ParameterPage
{
    /// <param name="items">Everything, ordered by <paramref name="key"/>.</param>
    /// <param name="limit">The longest page that the caller wants; null: the longest there is.</param>
    /// <param name="token">The token of the page before; null or empty: the first page.</param>
    /// <exception cref="AwsException">The limit is not allowed, or the token is none.</exception>
    public static (List<T> Items, string? NextToken) Of<T>(
        IEnumerable<T> items, Func<T, string> key, int? limit, int longest, string? token)
    {
        if (limit < 1 || limit > longest)
        {
            throw SsmErrors.Constraint(
                $"'{limit}'",
                "maxResults",
                limit < 1 ? "Member must have value greater than or equal to 1" : $"Member must have value less than or equal to {longest}");
        }

        var size = limit ?? longest;
        var last = string.IsNullOrEmpty(token) ? "" : Read(token);
        var rest = items.SkipWhile(item => string.CompareOrdinal(key(item), last) <= 0).Take(size + 1).ToList();
        return rest.Count > size
            ? (rest[..size], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key(rest[size - 1]))))
            : (rest, null);
    }

    private static string Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw new AwsException("InvalidNextToken", "The specified token is not valid.");
        }
    }
}
