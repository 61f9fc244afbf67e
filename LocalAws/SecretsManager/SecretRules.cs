using System.Text;
using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>What a secret may be. Source: API_CreateSecret.</summary>
internal static class SecretRules
{
    private const int MaximumNameLength = 512;
    private const int MaximumValueLength = 65_536;

    /// <exception cref="AwsException">The name is not allowed.</exception>
    public static void CheckName(string name)
    {
        if (name.Length is 0 or > MaximumNameLength
            || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || "/_+=.@-!".Contains(letter)))
        {
            throw SecretErrors.Validation(
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }
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
