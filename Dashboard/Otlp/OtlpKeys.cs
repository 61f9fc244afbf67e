using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Dashboard.Otlp;

/// <summary>Tells senders that have a key from others.</summary>
internal sealed class OtlpKeys
{
    /// <summary>The header that carries the key.</summary>
    public const string Header = "x-otlp-api-key";

    /// <summary>What a sender without one is told.</summary>
    public const string Refusal = $"The header {Header} is missing or wrong.";

    private readonly byte[][] _keys;

    /// <summary>Takes the keys from the configuration.</summary>
    /// <exception cref="OptionsValidationException">A key is wanted and none is set.</exception>
    public OtlpKeys(OtlpOptions options, bool allowAnonymous)
    {
        var mode = options.AuthMode ?? (!allowAnonymous && options.PrimaryApiKey.Length > 0 ? OtlpAuthMode.ApiKey : OtlpAuthMode.Unsecured);
        if (mode == OtlpAuthMode.ApiKey && options.PrimaryApiKey.Length == 0)
        {
            throw new OptionsValidationException(
                "Dashboard:Otlp:PrimaryApiKey", typeof(OtlpOptions), ["Dashboard:Otlp:PrimaryApiKey: must be set when Dashboard:Otlp:AuthMode is ApiKey."]);
        }

        _keys = mode == OtlpAuthMode.Unsecured
            ? []
            : [.. new[] { options.PrimaryApiKey, options.SecondaryApiKey }.Where(key => key.Length > 0).Select(Digest)];
    }

    /// <summary>Digests are compared, so that neither the key's content nor its length shows in the time that it takes.</summary>
    public bool Admit(HttpRequest request)
    {
        if (_keys.Length == 0)
        {
            return true;
        }

        var given = Digest(request.Headers[Header].ToString());
        var matches = false;
        foreach (var key in _keys)
        {
            matches |= CryptographicOperations.FixedTimeEquals(key, given);
        }

        return matches;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
