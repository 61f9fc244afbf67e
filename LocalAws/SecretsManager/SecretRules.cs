using System.Collections.Immutable;
using System.Text;
using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>What a secret may be. Sources: API_CreateSecret, API_GetSecretValue.</summary>
internal static class SecretRules
{
    private const int MaximumNameLength = 512;
    private const int MaximumIdLength = 2048;
    private const int MaximumValueLength = 65_536;
    private const int MaximumTags = 50;
    private const int MaximumTagKeyLength = 128;
    private const int MaximumTagValueLength = 256;

    /// <exception cref="AwsException">The name is not allowed.</exception>
    public static void CheckName(string name)
    {
        if (name.Length > MaximumNameLength)
        {
            throw SecretErrors.Constraint($"'{name}'", "name", $"Member must have length less than or equal to {MaximumNameLength}");
        }

        CheckLetters(name);
    }

    private static void CheckLetters(string name)
    {
        if (name.Length == 0 || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || "/_+=.@-!".Contains(letter)))
        {
            throw SecretErrors.Validation(
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }
    }

    /// <summary>The name or the ARN of a secret.</summary>
    /// <exception cref="AwsException">There is none, or no secret can have that name.</exception>
    public static string Id(string? id)
    {
        var named = Required(id, "secretId");
        if (named.Length > MaximumIdLength)
        {
            throw SecretErrors.Constraint($"'{named}'", "secretId", $"Member must have length less than or equal to {MaximumIdLength}");
        }

        if (!named.StartsWith("arn:", StringComparison.Ordinal))
        {
            CheckLetters(named);
        }

        return named;
    }

    /// <exception cref="AwsException">There is none.</exception>
    public static string Required(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw SecretErrors.Required(name) : value;

    /// <summary>The token that makes a call repeatable; null: there is none.</summary>
    /// <exception cref="AwsException">It is too short or too long.</exception>
    public static string? Token(string? token) => token is null or { Length: >= 32 and <= 64 }
        ? token
        : throw SecretErrors.Parameter("ClientRequestToken must be 32-64 characters long.");

    /// <summary>The tags with those of a request, of which one with the key of another replaces it.</summary>
    /// <exception cref="AwsException">A tag is none, or there are too many.</exception>
    public static ImmutableSortedDictionary<string, string> WithTags(
        ImmutableSortedDictionary<string, string> tags, IEnumerable<SecretTag?> added)
    {
        foreach (var tag in added)
        {
            var key = Required(tag?.Key, "tags.1.member.key");
            if (key.Length > MaximumTagKeyLength || tag!.Value?.Length > MaximumTagValueLength)
            {
                throw SecretErrors.Parameter(
                    $"A tag's key may have {MaximumTagKeyLength} characters and its value {MaximumTagValueLength}.");
            }

            tags = key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
                ? throw SecretErrors.Parameter("Tag keys that begin with aws: are reserved for system use.")
                : tags.SetItem(key, tag.Value ?? "");
        }

        return tags.Count <= MaximumTags
            ? tags
            : throw new AwsException("LimitExceededException", $"A secret can have {MaximumTags} tags.");
    }

    /// <exception cref="AwsException">The value is empty or too long.</exception>
    public static void CheckValue(SecretValue? value)
    {
        if (value is null)
        {
            return;
        }

        var length = value.Bytes?.Length ?? Encoding.UTF8.GetByteCount(value.Text ?? "");
        if (length == 0)
        {
            throw SecretErrors.Parameter("You must provide either SecretString or SecretBinary.");
        }

        if (length > MaximumValueLength)
        {
            throw SecretErrors.Validation($"The secret value is longer than {MaximumValueLength} bytes.");
        }
    }
}
