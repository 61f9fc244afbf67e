using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalAws.Protocol.Signatures;

/// <summary>
/// Verifies AWS's Signature Version 4, in the header or in the query of a presigned URL. Source: "Authenticating Requests
/// (AWS Signature Version 4)". The Region and the service of the scope may be any.
/// </summary>
/// <param name="secrets">The secret of each known access key.</param>
internal sealed class SignatureVerifier(IReadOnlyDictionary<string, string> secrets, TimeProvider clock)
{
    /// <summary>How AWS spells a time.</summary>
    public const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How far clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>What must be signed if it is there: it says what is asked for, and when.</summary>
    private static readonly string[] Essential = ["host", "x-amz-date", "x-amz-target"];

    /// <exception cref="SignatureException">The call is not signed, or not by somebody known.</exception>
    public void Verify(SignedCall call)
    {
        var claim = SignatureClaim.Of(call);
        CheckTime(claim);
        if (!secrets.TryGetValue(claim.Key, out var secret))
        {
            throw SignatureException.UnknownKey();
        }

        if (Essential.FirstOrDefault(name => call.Header(name) is not null && !claim.SignedHeaders.Contains(name)) is { } unsigned)
        {
            throw SignatureException.Mismatch($"'{unsigned}' must be a 'SignedHeader' in the AWS Authorization.");
        }

        var expected = Sign(secret, claim, CanonicalRequest.Of(call, claim.SignedHeaders));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(claim.Signature)))
        {
            throw SignatureException.Mismatch();
        }
    }

    private void CheckTime(SignatureClaim claim)
    {
        if (!DateTimeOffset.TryParseExact(claim.Time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw SignatureException.Incomplete($"Date must be in ISO-8601 'basic format'. Got '{claim.Time}'. See http://en.wikipedia.org/wiki/ISO_8601");
        }

        if (claim.ScopeParts.Date != claim.Time[..8])
        {
            throw SignatureException.Mismatch(
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{claim.ScopeParts.Date}' != '{claim.Time[..8]}', from '{claim.Time}'.");
        }

        var now = clock.GetUtcNow();
        var earliest = now - (claim.Lifetime ?? Skew);
        if (time < earliest)
        {
            throw SignatureException.Skewed($"Signature expired: {claim.Time} is now earlier than {Format(earliest)} ({Format(now)} - {Minutes(now - earliest)} min.)");
        }

        if (time > now + Skew)
        {
            throw SignatureException.Skewed($"Signature not yet current: {claim.Time} is still later than {Format(now + Skew)} ({Format(now)} + {Minutes(Skew)} min.)");
        }
    }

    private static string Sign(string secret, SignatureClaim claim, string request)
    {
        var (date, region, service) = claim.ScopeParts;
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes($"AWS4{secret}"), date), region), service), "aws4_request");
        return Convert.ToHexStringLower(Mac(
            key, $"{SignatureClaim.Algorithm}\n{claim.Time}\n{claim.Scope}\n{CanonicalRequest.Hash(Encoding.UTF8.GetBytes(request))}"));
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string Minutes(TimeSpan span) => span.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);
}
