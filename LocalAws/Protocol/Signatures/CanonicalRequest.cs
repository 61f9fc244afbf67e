using System.Security.Cryptography;
using System.Text;

namespace LocalAws.Protocol.Signatures;

/// <summary>The one spelling of a request that is signed. Source: "Create a signed AWS API request", IAM User Guide.</summary>
internal static class CanonicalRequest
{
    /// <summary>What stands for the hash of a body that was not signed.</summary>
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <param name="signedHeaders">Lower-case names, in their order.</param>
    public static string Of(SignedCall call, IReadOnlyList<string> signedHeaders)
    {
        var text = new StringBuilder();
        text.Append(call.Method).Append('\n').Append(PathOf(call.Path)).Append('\n').Append(QueryOf(call.Query)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').Append(Squeeze(call.Header(name) ?? "")).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(PayloadOf(call)).ToString();
    }

    /// <summary>A hash as lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string PayloadOf(SignedCall call) =>
        call.Header("x-amz-content-sha256") == UnsignedPayload ? UnsignedPayload : Hash(call.Body.Span);

    /// <summary>The path without dots and doubled slashes, each segment encoded once more.</summary>
    private static string PathOf(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment != ".")
            {
                segments.Add(Encode(segment));
            }
        }

        var end = segments.Count > 0 && path.EndsWith('/') ? "/" : "";
        return $"/{string.Join('/', segments)}{end}";
    }

    private static string QueryOf(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static part => part.Split('=', 2))
        .Select(static part => (Name: Encode(Decode(part[0])), Value: Encode(Decode(part.Length > 1 ? part[1] : ""))))
        .Where(static part => part.Name != "X-Amz-Signature")
        .OrderBy(static part => part.Name, StringComparer.Ordinal)
        .ThenBy(static part => part.Value, StringComparer.Ordinal)
        .Select(static part => $"{part.Name}={part.Value}"));

    internal static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (Unreserved.Contains((char)octet, StringComparison.Ordinal))
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    private static string Squeeze(string value)
    {
        value = value.Trim();
        while (value.Contains("  ", StringComparison.Ordinal))
        {
            value = value.Replace("  ", " ", StringComparison.Ordinal);
        }

        return value;
    }
}
