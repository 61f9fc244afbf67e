namespace LocalAws.Protocol;

/// <summary>
/// The credential scope in a Signature Version 4 header, <c>Credential={key}/{date}/{region}/{service}/aws4_request</c>.
/// It says which Region the caller means, whatever host it posted to.
/// </summary>
internal static class CredentialScope
{
    private const string Start = "Credential=";

    /// <summary>The Region, or null if the header has none.</summary>
    public static string? Region(string authorization)
    {
        var start = authorization.IndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = authorization.IndexOf(',', start);
        var scope = authorization[(start + Start.Length)..(end < 0 ? authorization.Length : end)];
        return scope.Split('/') is [.., _, var region, _, "aws4_request"] && region.Length > 0 ? region : null;
    }
}
