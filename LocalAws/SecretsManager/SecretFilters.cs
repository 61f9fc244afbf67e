using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>Which secrets a caller wants. Source: "Find secrets in AWS Secrets Manager".</summary>
internal static class SecretFilters
{
    private static readonly string[] Keys = ["all", "description", "name", "owning-service", "primary-region", "tag-key", "tag-value"];
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '-', '_', '/', '.', ',', ';', ':', '+', '=', '@', '!', '?'];

    /// <returns>Whether a secret is wanted: all filters must hold, of each one of its values.</returns>
    /// <exception cref="AwsException">A filter is refused.</exception>
    public static Func<Secret, bool> Read(List<SecretFilter?>? filters)
    {
        var tests = (filters ?? []).OfType<SecretFilter>().Select(Read).ToList();
        return secret => tests.TrueForAll(test => test(secret));
    }

    private static Func<Secret, bool> Read(SecretFilter filter)
    {
        var key = filter.Key ?? throw SecretErrors.Required("filters.1.member.key");
        if (!Keys.Contains(key))
        {
            throw SecretErrors.Constraint(
                $"'{key}'", "filters.1.member.key", $"Member must satisfy enum value set: [{string.Join(", ", Keys)}]");
        }

        var values = (filter.Values ?? []).OfType<string>().ToList();
        return values.Count > 0
            ? secret => values.Exists(value => value.StartsWith('!') ? !Matches(secret, key, value[1..]) : Matches(secret, key, value))
            : throw SecretErrors.Parameter("Invalid filter values");
    }

    private static bool Matches(Secret secret, string key, string value) => key switch
    {
        "name" => secret.Name.StartsWith(value, StringComparison.Ordinal),
        "description" => HasWords(secret.Description ?? "", value),
        "tag-key" => secret.Tags.Keys.Any(tag => tag.StartsWith(value, StringComparison.Ordinal)),
        "tag-value" => secret.Tags.Values.Any(tag => tag.StartsWith(value, StringComparison.Ordinal)),
        "all" => HasWords(
            string.Join(' ', [secret.Name, secret.Description, .. secret.Tags.Keys, .. secret.Tags.Values]), value),
        // Every secret here is at home in its own Region, and belongs to no other service.
        "primary-region" => Arn.TryParse(secret.Arn, out var arn) && arn.Scope.Region.StartsWith(value, StringComparison.Ordinal),
        _ => value.Length == 0,
    };

    /// <summary>Whether each word of a value is the beginning of a word of the text.</summary>
    private static bool HasWords(string text, string value)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(
            value.Split(Blanks, StringSplitOptions.RemoveEmptyEntries),
            wanted => Array.Exists(words, word => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)));
    }
}
