using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using LocalAws.CloudFormation.Stacks;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Operations;

/// <summary>Reads what callers want stacks to be.</summary>
internal static partial class StackRequestReader
{
    /// <summary>The longest template in a request, bytes. Source: AWS CloudFormation quotas.</summary>
    private const int LongestTemplate = 51_200;

    public static StackRequest Read(QueryParameters parameters, CallContext call)
    {
        var usesPrevious = parameters.Find("UsePreviousTemplate") == "true";
        var text = FindTemplate(parameters);
        if (text is null && !usesPrevious)
        {
            throw TemplateErrors.Validation("Either Template URL or Template Body must be specified.");
        }

        return new StackRequest(parameters.Require("StackName"), text, call)
        {
            Parameters =
            [
                .. parameters.Items("Parameters.member").Select(static item =>
                    new GivenParameter(item.Require("ParameterKey"), item.Find("ParameterValue"), item.Find("UsePreviousValue") == "true")),
            ],
            Capabilities = [.. parameters.Members("Capabilities").OfType<string>()],
            Tags = parameters.Items("Tags.member").ToArray() is { Length: > 0 } tags
                ? tags.ToImmutableSortedDictionary(static tag => tag.Require("Key"), static tag => tag.Find("Value") ?? "", StringComparer.Ordinal)
                : null,
            OnFailure = ReadOnFailure(parameters),
            IsProtected = parameters.Find("EnableTerminationProtection") == "true",
        };
    }

    /// <exception cref="AwsException">The name of a stack or of a change set is not allowed.</exception>
    public static void CheckName(string name, string member = "stackName")
    {
        if (!AllowedName().IsMatch(name))
        {
            throw Refuse($"Value '{name}' at '{member}'", "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        }
    }

    /// <summary>The template of a request, or null.</summary>
    public static string? FindTemplate(QueryParameters parameters)
    {
        if (parameters.Find("TemplateURL") is { Length: > 0 })
        {
            throw TemplateErrors.Validation("TemplateURL is not supported here: send the template itself as TemplateBody.");
        }

        var text = parameters.Find("TemplateBody");
        return text is null || Encoding.UTF8.GetByteCount(text) <= LongestTemplate
            ? text
            : throw Refuse("Value at 'templateBody'", $"Member must have length less than or equal to {LongestTemplate}");
    }

    private static string ReadOnFailure(QueryParameters parameters) => (parameters.Find("DisableRollback"), parameters.Find("OnFailure")) switch
    {
        ("true", _) => "DO_NOTHING",
        (_, null) => "ROLLBACK",
        (_, "ROLLBACK" or "DELETE" or "DO_NOTHING") => parameters.Find("OnFailure")!,
        (_, var other) => throw Refuse($"Value '{other}' at 'onFailure'", "Member must satisfy enum value set: [ROLLBACK, DELETE, DO_NOTHING]"),
    };

    private static AwsException Refuse(string member, string constraint) =>
        TemplateErrors.Validation($"1 validation error detected: {member} failed to satisfy constraint: {constraint}");

    [GeneratedRegex("^[a-zA-Z][-a-zA-Z0-9]{0,127}$")]
    private static partial Regex AllowedName();
}
