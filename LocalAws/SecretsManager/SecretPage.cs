using System.Buffers.Text;
using System.Text;
using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>Cuts lists into pages; the token names the last item of its page.</summary>
internal static class SecretPage
{
    /// <exception cref="AwsException">The limit is not allowed, or the token is none.</exception>
    public static (List<T> Items, string? NextToken) Of<T>(IEnumerable<T> items, Func<T, string> id, int? limit, int longest, string? token)
    {
        if (limit < 1 || limit > longest)
        {
            throw SecretErrors.Constraint(
                $"'{limit}'",
                "maxResults",
                limit < 1 ? "Member must have value greater than or equal to 1" : $"Member must have value less than or equal to {longest}");
        }

        var size = limit ?? longest;
        var all = items.ToList();
        if (!string.IsNullOrEmpty(token))
        {
            var last = Read(token);
            var place = all.FindIndex(item => id(item) == last);
            all = place >= 0 ? all[(place + 1)..] : throw Invalid();
        }

        return all.Count > size
            ? (all[..size], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(id(all[size - 1]))))
            : (all, null);
    }

    private static string Read(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    private static AwsException Invalid() => new("InvalidNextTokenException", "The NextToken value is invalid.");
}
