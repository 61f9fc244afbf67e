using System.Globalization;

namespace LocalAws.Protocol.Signatures;

/// <summary>What a call says of its signature, in the header Authorization or in its query.</summary>
/// <param name="Key">The access key's id.</param>
/// <param name="Scope">Date, Region, service and the word aws4_request, joined by slashes.</param>
/// <param name="Time">When it was signed, as the call spells it.</param>
/// <param name="Lifetime">How long it is valid, of a presigned URL; null: as long as clocks may differ.</param>
internal sealed record SignatureClaim(
    string Key, string Scope, IReadOnlyList<string> SignedHeaders, string Signature, string Time, TimeSpan? Lifetime)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly string[] Required = ["Credential", "Signature", "SignedHeaders"];

    private const int LongestLifetime = 604_800;

    /// <exception cref="SignatureException">There is none, or it is not complete.</exception>
    public static SignatureClaim Of(SignedCall call) =>
        call.Header("Authorization") is { Length: > 0 } authorization ? OfHeader(call, authorization)
        : OfQuery(call) ?? throw SignatureException.Missing();

    /// <summary>The parts of the scope: date, Region and service.</summary>
    /// <exception cref="SignatureException">It has others.</exception>
    public (string Date, string Region, string Service) ScopeParts => Scope.Split('/') is [var date, var region, var service, "aws4_request"]
        ? (date, region, service)
        : throw SignatureException.Mismatch("Credential should be scoped to a date, a Region and a service, and end with 'aws4_request'.");

    private static SignatureClaim OfHeader(SignedCall call, string authorization)
    {
        if (!authorization.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            throw SignatureException.Incomplete($"The Authorization header must begin with {Algorithm}.");
        }

        var parts = Parts(authorization[Algorithm.Length..].Split(','));
        string[] missing = [.. Required.Where(name => !parts.ContainsKey(name))];
        if (missing.Length > 0)
        {
            throw SignatureException.Incomplete(string.Join(' ', missing.Select(static name => $"Authorization header requires '{name}' parameter.")));
        }

        var time = call.Header("X-Amz-Date") ?? HttpDate(call)
            ?? throw SignatureException.Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        return Of(parts["Credential"], parts["SignedHeaders"], parts["Signature"], time, lifetime: null);
    }

    private static SignatureClaim? OfQuery(SignedCall call)
    {
        var parts = Parts(call.Query.Split('&'), CanonicalRequest.Decode);
        if (!parts.ContainsKey("X-Amz-Signature") && !parts.ContainsKey("X-Amz-Algorithm") && !parts.ContainsKey("X-Amz-Credential"))
        {
            return null;
        }

        string Require(string name) => parts.GetValueOrDefault(name) is { Length: > 0 } value
            ? value
            : throw SignatureException.Incomplete($"AWS query-string parameters must include '{name}'.");
        if (Require("X-Amz-Algorithm") != Algorithm)
        {
            throw SignatureException.Incomplete($"X-Amz-Algorithm must be {Algorithm}.");
        }

        var lifetime = int.TryParse(Require("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= LongestLifetime
                ? TimeSpan.FromSeconds(seconds)
                : throw SignatureException.Incomplete($"X-Amz-Expires must be a number from 1 to {LongestLifetime}.");
        return Of(Require("X-Amz-Credential"), Require("X-Amz-SignedHeaders"), Require("X-Amz-Signature"), Require("X-Amz-Date"), lifetime);
    }

    private static SignatureClaim Of(string credential, string signedHeaders, string signature, string time, TimeSpan? lifetime)
    {
        var slash = credential.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? new SignatureClaim(credential[..slash], credential[(slash + 1)..], signedHeaders.Split(';'), signature, time, lifetime)
            : throw SignatureException.Incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
    }

    private static Dictionary<string, string> Parts(IEnumerable<string> texts, Func<string, string>? decode = null)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in texts.Select(static text => text.Trim().Split('=', 2)).Where(static part => part.Length == 2))
        {
            parts[part[0]] = decode is null ? part[1] : decode(part[1]);
        }

        return parts;
    }

    private static string? HttpDate(SignedCall call) =>
        DateTimeOffset.TryParse(call.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.UtcDateTime.ToString(SignatureVerifier.TimeFormat, CultureInfo.InvariantCulture)
            : null;
}
