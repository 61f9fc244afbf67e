using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Security;

/// <summary>Who may see the pages, made up from the options.</summary>
internal sealed class BrowserAccess
{
    /// <summary>The older switch for all authentication at once, as Aspire's dashboard has it.</summary>
    public const string AnonymousKey = "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS";

    /// <summary>A token of fewer characters could be found by trying, if one could try as fast as the dashboard answers.</summary>
    private const int UnguessableLength = 20;

    private readonly byte[] _digest;

    private BrowserAccess(bool isOpen, string token, bool isGenerated)
    {
        (IsOpen, Token, IsGenerated) = (isOpen, token, isGenerated);
        _digest = Digest(token);
        Mark = Convert.ToHexStringLower(SHA256.HashData(_digest));
    }

    /// <summary>Whether everyone may.</summary>
    public bool IsOpen { get; }

    /// <summary>The token that opens the pages.</summary>
    public string Token { get; }

    /// <summary>Whether the token is of this start: nobody knows it who was not told.</summary>
    public bool IsGenerated { get; }

    /// <summary>Whether somebody chose a short token, which has to be kept from being found by trying.</summary>
    public bool IsGuessable => Token.Length < UnguessableLength;

    /// <summary>What a cookie carries of the token, so that it ends with it, and that gives the token to nobody.</summary>
    public string Mark { get; }

    /// <summary>Reads the options.</summary>
    public static BrowserAccess Of(FrontendOptions options, IConfiguration configuration)
    {
        var isOpen = options.AuthMode == FrontendAuthMode.Unsecured
            || (bool.TryParse(configuration[AnonymousKey], out var anonymous) && anonymous);
        var isGenerated = options.BrowserToken.Length == 0;
        return new(isOpen, isGenerated ? RandomNumberGenerator.GetHexString(32, lowercase: true) : options.BrowserToken, isGenerated);
    }

    /// <summary>Whether it is the token. Digests are compared: neither content nor length shows in the time that it takes.</summary>
    public bool Accepts(string? token) => !string.IsNullOrEmpty(token) && CryptographicOperations.FixedTimeEquals(Digest(token), _digest);

    /// <summary>Where one logs in.</summary>
    public string LoginUrl(string address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address.TrimEnd('/')}/login?t={Uri.EscapeDataString(Token)}");

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
