using System.Text.RegularExpressions;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>How parameters and their labels may be called. Source: API_PutParameter and API_LabelParameterVersion.</summary>
internal static partial class ParameterNameRules
{
    private const int MaximumLength = 1_011;
    private const int MaximumLevels = 15;
    private const string Syntax =
        "If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, "
        + "numbers and the following 3 symbols .-_";

    /// <exception cref="AwsException">The name is not allowed.</exception>
    public static void Check(string name)
    {
        var levels = name.Count(static letter => letter == '/');
        CheckPrefix(name, isPath: levels > 1);
        if (!Allowed().IsMatch(name))
        {
            throw SsmErrors.Validation($"Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). {Syntax}");
        }

        if (levels > MaximumLevels)
        {
            throw new AwsException(
                "HierarchyLevelLimitExceededException",
                $"Hierarchy level exceeds the limit of {MaximumLevels} levels. Hierarchies can be at most {MaximumLevels} levels deep.");
        }

        if (levels > 0 && name[0] != '/')
        {
            throw SsmErrors.Validation("Parameter name must be a fully qualified name.");
        }

        if (name.Length > MaximumLength)
        {
            throw SsmErrors.Validation($"Parameter name is longer than {MaximumLength} characters.");
        }
    }

    /// <summary>Whether a label may be given to a version.</summary>
    public static bool IsLabel(string label) => AllowedLabel().IsMatch(label);

    private static void CheckPrefix(string name, bool isPath)
    {
        if (!Reserved().IsMatch(name))
        {
            return;
        }

        if (isPath && name.StartsWith("/aws", StringComparison.OrdinalIgnoreCase))
        {
            throw new AwsException("AccessDeniedException", $"No access to reserved parameter name: {name}.");
        }

        throw SsmErrors.Validation(isPath
            ? $"Parameter name: can't be prefixed with \"ssm\" (case-insensitive). {Syntax}"
            : "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
    }

    [GeneratedRegex("^/?(?:aws|ssm)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"^[a-zA-Z0-9_.\-/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^(?!(?i:aws|ssm))[a-zA-Z_.\-][a-zA-Z0-9_.\-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedLabel();
}
