using System.Text;

namespace LocalAws.Protocol;

/// <summary>
/// The credential scope in a Signature Version 4 header, <c>Credential={key}/{date}/{region}/{service}/aws4_request</c>.
/// It says which Region the caller means, whatever host it posted to.
/// </summary>
internal static class CredentialScope
{
    private const string Start = "Credential=";
    private const string End = "/aws4_request";
    private const int Usual = 512;

    private static string _latest = "us-east-1";

    /// <summary>The Region, or null if the header, in ASCII, has none.</summary>
    public static string? Region(ReadOnlySpan<byte> authorization)
    {
        Span<char> text = authorization.Length <= Usual ? stackalloc char[Usual] : new char[authorization.Length];
        Ascii.ToUtf16(authorization, text, out var length);
        return Region(text[..length]);
    }

    /// <summary>The Region, or null if the header has none.</summary>
    public static string? Region(ReadOnlySpan<char> authorization)
    {
        // {key}/{date}/{region}/{service}
        var scope = Scope(authorization);
        var service = scope.LastIndexOf('/');
        var region = service < 0 ? [] : scope[..service];
        var slash = region.LastIndexOf('/');
        return slash < 0 || slash == region.Length - 1 ? null : TextOf(region[(slash + 1)..]);
    }

    /// <summary>The service that the call is signed for, or null if the header has none.</summary>
    public static string? Service(ReadOnlySpan<char> authorization)
    {
        var scope = Scope(authorization);
        var slash = scope.LastIndexOf('/');
        return slash < 0 ? null : scope[(slash + 1)..].ToString();
    }

    /// <summary>The credential before its end; empty if the header has none.</summary>
    private static ReadOnlySpan<char> Scope(ReadOnlySpan<char> authorization)
    {
        var start = authorization.IndexOf(Start, StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        var scope = authorization[(start + Start.Length)..];
        var end = scope.IndexOf(',');
        scope = end < 0 ? scope : scope[..end];
        return scope.EndsWith(End, StringComparison.Ordinal) ? scope[..^End.Length] : [];
    }

    /// <summary>Nearly all calls name one Region: its text is made once.</summary>
    private static string TextOf(ReadOnlySpan<char> region)
    {
        var latest = _latest;
        return region.SequenceEqual(latest) ? latest : _latest = region.ToString();
    }
}
