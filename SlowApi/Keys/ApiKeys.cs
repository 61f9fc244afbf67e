using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SlowApi.Keys;

/// <summary>
/// The keys that callers may use. Only their hashes are kept: they are of one length, so that comparing them takes the
/// same time whatever was presented.
/// </summary>
internal sealed class ApiKeys
{
    /// <summary>The configuration's list: <c>ApiKeys:0</c>, <c>ApiKeys:1</c>, …</summary>
    public const string Section = "ApiKeys";

    /// <summary>API Gateway's longest key.</summary>
    private const int MaximumLength = 128;

    private readonly byte[][] _hashes;

    private ApiKeys(byte[][] hashes) => _hashes = hashes;

    public int Count => _hashes.Length;

    /// <summary>Reads the list; the messages of a refusal name keys by their position, never by their value.</summary>
    /// <exception cref="OptionsValidationException">There is no key, or one that no caller could present.</exception>
    public static ApiKeys Read(IConfiguration configuration)
    {
        var keys = configuration.GetSection(Section).GetChildren().ToArray();
        List<string> problems =
        [
            .. keys.Where(key => !CanBePresented(key.Value))
                .Select(key => $"{key.Path}: must be a text of 1 to {MaximumLength} visible ASCII characters (its value is not shown)."),
            .. keys.GroupBy(key => key.Value, StringComparer.Ordinal).Where(same => same.Count() > 1)
                .Select(same => $"{string.Join(" and ", same.Select(key => key.Path))}: are the same key; each is to be listed once."),
        ];
        if (keys.Length == 0)
        {
            problems.Add($"{Section}: must list at least one API key, as {Section}:0 (environment: {Section}__0).");
        }

        return problems.Count == 0
            ? new ApiKeys([.. keys.Select(key => SHA256.HashData(Encoding.UTF8.GetBytes(key.Value!)))])
            : throw new OptionsValidationException(Section, typeof(ApiKeys), problems);
    }

    /// <summary>Finds the key that was presented; null if it is none of ours.</summary>
    /// <returns>The key's position in the list.</returns>
    public int? Find(string? presented)
    {
        if (!CanBePresented(presented))
        {
            return null;
        }

        Span<byte> text = stackalloc byte[MaximumLength];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.ASCII.GetBytes(presented, text)], hash);

        int? found = null;
        for (var index = 0; index < _hashes.Length; index++)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, _hashes[index]) ? index : found;
        }

        return found;
    }

    private static bool CanBePresented([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? key) =>
        key is { Length: > 0 and <= MaximumLength } && !key.AsSpan().ContainsAnyExceptInRange('!', '~');
}
