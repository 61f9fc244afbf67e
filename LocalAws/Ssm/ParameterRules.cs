using System.Text;
using System.Text.RegularExpressions;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>What a parameter may be. Source: API_PutParameter.</summary>
internal static partial class ParameterRules
{
    private const int MaximumNameLength = 1_011;
    private const int MaximumLevels = 15;
    private const int StandardValueLimit = 4_096;
    private const int AdvancedValueLimit = 8_192;
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);

    /// <exception cref="AwsException">The parameter is refused.</exception>
    public static void Check(NewParameter parameter, Parameter? previous)
    {
        CheckName(parameter.Name);
        if (previous is not null && !parameter.Overwrite)
        {
            throw new AwsException(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }

        if (parameter.Type is not (null or "String" or "StringList" or "SecureString"))
        {
            throw SsmErrors.Validation(
                $"1 validation error detected: Value '{parameter.Type}' at 'type' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [SecureString, StringList, String]");
        }

        if (parameter.Type is null && previous is null)
        {
            throw SsmErrors.Validation("A parameter type is required when you create a parameter.");
        }

        CheckValue(parameter);
    }

    private static void CheckName(string name)
    {
        if (!AllowedName().IsMatch(name))
        {
            throw SsmErrors.Validation(
                "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). If formed as a path, it can consist of "
                + "sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following "
                + "3 symbols .-_");
        }

        var levels = name.Count(static letter => letter == '/');
        if (levels > MaximumLevels)
        {
            throw new AwsException("HierarchyLevelLimitExceededException", $"Hierarchy level exceeds the limit of {MaximumLevels} levels.");
        }

        if (levels > 0 && name[0] != '/')
        {
            throw SsmErrors.Validation("Parameter name must be a fully qualified name.");
        }

        if (name.Length > MaximumNameLength)
        {
            throw SsmErrors.Validation($"Parameter name is longer than {MaximumNameLength} characters.");
        }
    }

    private static void CheckValue(NewParameter parameter)
    {
        var limit = parameter.Tier is "Advanced" or "Intelligent-Tiering" ? AdvancedValueLimit : StandardValueLimit;
        if (parameter.Value.Length == 0)
        {
            throw SsmErrors.Validation(
                "1 validation error detected: Value '' at 'value' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1.");
        }

        if (Encoding.UTF8.GetByteCount(parameter.Value) > limit)
        {
            throw SsmErrors.Validation(
                $"Standard tier parameters support a maximum parameter value of {StandardValueLimit} characters, "
                + $"advanced ones of {AdvancedValueLimit}.");
        }

        if (parameter.AllowedPattern is { Length: > 0 } pattern && !Matches(parameter.Value, pattern))
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

    [GeneratedRegex(@"^(?!/?(?i:aws|ssm))[a-zA-Z0-9_.\-/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedName();
}
