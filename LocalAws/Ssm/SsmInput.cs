using System.Collections.Immutable;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>Checks what all operations of the parameter store have in common.</summary>
internal static class SsmInput
{
    private const int MaximumTags = 50;
    private const int MaximumKeyLength = 128;
    private const int MaximumTagValueLength = 256;

    /// <exception cref="AwsException">There is none, or it is empty.</exception>
    public static string Required(string? value, string name) => value switch
    {
        null => throw SsmErrors.Constraint("null", name, "Member must not be null"),
        "" => throw SsmErrors.Constraint("''", name, "Member must have length greater than or equal to 1"),
        _ => value,
    };

    /// <summary>The items of a list.</summary>
    /// <exception cref="AwsException">It is empty or longer than allowed, or has an empty item.</exception>
    public static List<string> Required(List<string?>? values, string name, int maximum) => values switch
    {
        null => throw SsmErrors.Constraint("null", name, "Member must not be null"),
        [] => throw SsmErrors.Constraint("'[]'", name, "Member must have length greater than or equal to 1"),
        _ when values.Count > maximum => throw SsmErrors.Constraint(
            $"'[{string.Join(", ", values)}]'", name, $"Member must have length less than or equal to {maximum}"),
        _ => values.ConvertAll(value => Required(value, name)),
    };

    /// <summary>The tags with those of a request, of which one with the key of another replaces it.</summary>
    /// <exception cref="AwsException">A tag is none, or there are too many.</exception>
    public static ImmutableSortedDictionary<string, string> WithTags(
        this ImmutableSortedDictionary<string, string> tags, IEnumerable<SsmTag?> added)
    {
        foreach (var tag in added)
        {
            var key = Required(tag?.Key, "tags.1.member.key");
            var value = tag?.Value ?? throw SsmErrors.Constraint("null", "tags.1.member.value", "Member must not be null");
            if (key.Length > MaximumKeyLength || value.Length > MaximumTagValueLength)
            {
                throw SsmErrors.Validation(
                    $"A tag's key may have {MaximumKeyLength} characters and its value {MaximumTagValueLength}.");
            }

            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw SsmErrors.Validation("Tag keys that begin with aws: are reserved for system use.");
            }

            tags = tags.SetItem(key, value);
        }

        return tags.Count <= MaximumTags
            ? tags
            : throw new AwsException("TooManyTagsError", $"The Targets parameter includes too many tags. A resource can have {MaximumTags}.");
    }
}
