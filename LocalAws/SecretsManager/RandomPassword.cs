using System.Security.Cryptography;
using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>Makes passwords. Source: API_GetRandomPassword.</summary>
internal static class RandomPassword
{
    private const int DefaultLength = 32;
    private const int MaximumLength = 4_096;

    /// <summary>A password of the kinds of characters that the caller wants, by default with at least one of each.</summary>
    /// <exception cref="AwsException">There is no such password.</exception>
    public static string Of(RandomPasswordRequest request)
    {
        var length = request.PasswordLength ?? DefaultLength;
        if (length is < 1 or > MaximumLength)
        {
            throw SecretErrors.Constraint(
                $"'{length}'",
                "passwordLength",
                length < 1 ? "Member must have value greater than or equal to 1" : $"Member must have value less than or equal to {MaximumLength}");
        }

        var kinds = Kinds(request)
            .Select(kind => string.Concat(kind.Except(request.ExcludeCharacters ?? "")))
            .Where(static kind => kind.Length > 0)
            .ToList();
        if (kinds.Count == 0)
        {
            throw SecretErrors.Parameter("The password would have no characters: all of them are excluded.");
        }

        var requiresEach = request.RequireEachIncludedType ?? true;
        if (requiresEach && length < kinds.Count)
        {
            throw SecretErrors.Parameter("Password length is too short based on the required types.");
        }

        var letters = RandomNumberGenerator.GetItems<char>(string.Concat(kinds), (int)length);
        if (requiresEach)
        {
            for (var index = 0; index < kinds.Count; index++)
            {
                letters[index] = kinds[index][RandomNumberGenerator.GetInt32(kinds[index].Length)];
            }

            RandomNumberGenerator.Shuffle<char>(letters);
        }

        return new string(letters);
    }

    private static IEnumerable<string> Kinds(RandomPasswordRequest request)
    {
        if (request.ExcludeLowercase is not true)
        {
            yield return "abcdefghijklmnopqrstuvwxyz";
        }

        if (request.ExcludeUppercase is not true)
        {
            yield return "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        }

        if (request.ExcludeNumbers is not true)
        {
            yield return "0123456789";
        }

        if (request.ExcludePunctuation is not true)
        {
            yield return "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        }

        if (request.IncludeSpace is true)
        {
            yield return " ";
        }
    }
}
