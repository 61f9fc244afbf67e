using System.Text;
using System.Text.RegularExpressions;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>What a parameter may be. Source: API_PutParameter, and "Managing parameter tiers" in the user guide.</summary>
internal static class ParameterRules
{
    public const string Standard = "Standard";
    public const string Advanced = "Advanced";

    /// <summary>The key of SecureStrings whose caller names none.</summary>
    public const string DefaultKey = "alias/aws/ssm";

    private const int StandardValueLimit = 4_096;
    private const int AdvancedValueLimit = 8_192;
    private const int MaximumPatternLength = 1_024;
    private const int MaximumDescriptionLength = 1_024;

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    /// <exception cref="AwsException">The parameter is refused.</exception>
    public static void Check(NewParameter parameter, Parameter? previous)
    {
        ParameterNameRules.Check(parameter.Name);
        if (previous is not null && !parameter.Overwrite)
        {
            throw new AwsException(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }

        if (parameter.Overwrite && parameter.Tags.Count > 0)
        {
            throw SsmErrors.Validation(
                "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. "
                + "To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        }

        CheckKinds(parameter, previous);
        CheckValue(parameter, previous);
    }

    /// <summary>The tier that a value is kept in. A parameter that is Advanced stays it.</summary>
    /// <exception cref="AwsException">The caller wants less than the parameter has.</exception>
    public static string TierOf(NewParameter parameter, Parameter? previous)
    {
        if (parameter.Tier == Standard && previous?.Tier == Advanced)
        {
            throw SsmErrors.Validation(
                "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the "
                + "standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.");
        }

        return previous?.Tier == Advanced || parameter.Tier == Advanced
            || (parameter.Tier == "Intelligent-Tiering"
                && (Encoding.UTF8.GetByteCount(parameter.Value) > StandardValueLimit || parameter.Policies is { IsEmpty: false }))
                ? Advanced
                : Standard;
    }

    private static void CheckKinds(NewParameter parameter, Parameter? previous)
    {
        if (parameter.Type is not (null or "String" or "StringList" or Parameter.Secure))
        {
            throw SsmErrors.Constraint(
                $"'{parameter.Type}'", "type", "Member must satisfy enum value set: [SecureString, StringList, String]");
        }

        if (parameter.Type is null && previous is null)
        {
            throw SsmErrors.Validation("A parameter type is required when you create a parameter.");
        }

        if (parameter.Tier is not (null or Standard or Advanced or "Intelligent-Tiering"))
        {
            throw SsmErrors.Constraint(
                $"'{parameter.Tier}'", "tier", "Member must satisfy enum value set: [Standard, Intelligent-Tiering, Advanced]");
        }

        if (parameter.DataType is not (null or "text" or "aws:ec2:image" or "aws:ssm:integration"))
        {
            throw SsmErrors.Validation(
                $"The following data type is not supported: {parameter.DataType} (Data type names are all lowercase.)");
        }

        if (parameter.KeyId is not null && (parameter.Type ?? previous?.Type) != Parameter.Secure)
        {
            throw SsmErrors.Validation("KeyId is only valid for parameters of type SecureString.");
        }

        CheckLength(parameter.Description, "description", MaximumDescriptionLength);
        CheckLength(parameter.AllowedPattern, "allowedPattern", MaximumPatternLength);
    }

    private static void CheckLength(string? text, string member, int maximum)
    {
        if (text?.Length > maximum)
        {
            throw SsmErrors.Constraint($"'{text}'", member, $"Member must have length less than or equal to {maximum}");
        }
    }

    private static void CheckValue(NewParameter parameter, Parameter? previous)
    {
        if (parameter.Value.Length == 0)
        {
            throw SsmErrors.Constraint("''", "value", "Member must have length greater than or equal to 1");
        }

        var isAdvanced = TierOf(parameter, previous) == Advanced;
        if (!isAdvanced && parameter.Policies is { IsEmpty: false })
        {
            throw SsmErrors.Validation("Parameter policies are only supported for parameters that use the advanced-parameter tier.");
        }

        if (Encoding.UTF8.GetByteCount(parameter.Value) > (isAdvanced ? AdvancedValueLimit : StandardValueLimit))
        {
            throw SsmErrors.Validation(isAdvanced
                ? $"Advanced tier parameters support a maximum parameter value of {AdvancedValueLimit} characters."
                : $"Standard tier parameters support a maximum parameter value of {StandardValueLimit} characters. To create a larger "
                    + "parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see "
                    + "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html");
        }

        if ((parameter.AllowedPattern ?? previous?.AllowedPattern) is { Length: > 0 } pattern && !Matches(parameter.Value, pattern))
        {
            throw new AwsException(
                "ParameterPatternMismatchException",
                $"Parameter value, cannot be validated against allowedPattern: {pattern}");
        }
    }

    private static bool Matches(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException)
        {
            throw new AwsException("InvalidAllowedPatternException", "The allowed pattern is not a valid regular expression.");
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
