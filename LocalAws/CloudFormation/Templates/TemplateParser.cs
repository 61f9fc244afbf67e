using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LocalAws.CloudFormation.Templates;

/// <summary>Reads a template and checks its structure.</summary>
internal static partial class TemplateParser
{
    private static readonly string[] Sections =
        ["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs"];

    private static readonly string[] ResourceMembers =
        ["Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "CreationPolicy", "UpdatePolicy"];

    private static readonly string[] ParameterTypes = ["String", "Number", "CommaDelimitedList", "List<Number>", "List<String>"];

    /// <exception cref="Protocol.AwsException">The text is no template.</exception>
    public static Template Parse(string text)
    {
        var root = TemplateText.Read(text);
        if (root.Select(static member => member.Key).Except(Sections).ToArray() is { Length: > 0 } unknown)
        {
            throw TemplateErrors.Validation($"Invalid template property or properties [{string.Join(", ", unknown)}]");
        }

        if (root.TryGetPropertyValue("AWSTemplateFormatVersion", out var version) && version?.ToString() != "2010-09-09")
        {
            throw TemplateErrors.Format($"template version {version} is not supported; the version is 2010-09-09.");
        }

        var template = new Template(text, root["Description"]?.ToString())
        {
            Parameters = Section(root, "Parameters")
                .ToDictionary(static member => member.Key, static member => ParseParameter(member.Key, member.Value)),
            Mappings = Section(root, "Mappings"),
            Conditions = Section(root, "Conditions").ToDictionary(static member => member.Key, static member => member.Value!),
            Resources = Section(root, "Resources")
                .ToDictionary(static member => member.Key, static member => ParseResource(member.Key, member.Value)),
            Outputs = Section(root, "Outputs")
                .ToDictionary(static member => member.Key, static member => ParseOutput(member.Key, member.Value)),
        };
        return template.Resources.Count > 0 ? template : throw TemplateErrors.Format("At least one Resources member must be defined.");
    }

    private static JsonObject Section(JsonObject root, string name) => root[name] switch
    {
        null => [],
        JsonObject section => section,
        _ => throw TemplateErrors.Format($"Every {name} object must be a map."),
    };

    private static TemplateParameter ParseParameter(string key, JsonNode? node)
    {
        var members = Members(node, $"Every Parameters object must contain a Type member: {key}.");
        var type = members["Type"]?.ToString() ?? throw TemplateErrors.Format("Every Parameters object must contain a Type member.");
        if (!ParameterTypes.Contains(type))
        {
            throw TemplateErrors.Format($"Unrecognized parameter type: {type}");
        }

        var parameter = new TemplateParameter(key, type)
        {
            Default = members["Default"]?.ToString(),
            Description = members["Description"]?.ToString(),
            NoEcho = string.Equals(members["NoEcho"]?.ToString(), "true", StringComparison.OrdinalIgnoreCase),
            AllowedValues = members["AllowedValues"] is JsonArray values ? [.. values.Select(static value => Scalar(value!))] : null,
            AllowedPattern = CheckPattern(key, members["AllowedPattern"]?.ToString()),
            ConstraintDescription = members["ConstraintDescription"]?.ToString(),
            MinLength = (int?)Number(members, "MinLength"),
            MaxLength = (int?)Number(members, "MaxLength"),
            MinValue = Number(members, "MinValue"),
            MaxValue = Number(members, "MaxValue"),
        };
        return members["Default"] is JsonValue value ? parameter with { Default = Scalar(value) } : parameter;
    }

    private static TemplateResource ParseResource(string logicalId, JsonNode? node)
    {
        if (!LogicalId().IsMatch(logicalId))
        {
            throw TemplateErrors.Format($"Resource name {logicalId} is non alphanumeric.");
        }

        var members = Members(node, $"Any Resources member must be an object: {logicalId}.");
        var type = members["Type"]?.ToString()
            ?? throw TemplateErrors.Format($"[/Resources/{logicalId}] Every Resources object must contain a Type member.");
        if (members.Select(static member => member.Key).Except(ResourceMembers).FirstOrDefault() is { } unknown)
        {
            throw TemplateErrors.Validation($"Invalid template resource property '{unknown}'");
        }

        return new TemplateResource(
            logicalId,
            type,
            members["Properties"] switch
            {
                null => [],
                JsonObject properties => properties,
                _ => throw TemplateErrors.Format($"[/Resources/{logicalId}] Properties must be an object."),
            },
            members["Condition"]?.ToString(),
            members["DependsOn"] switch
            {
                null => [],
                JsonArray many => [.. many.Select(static name => name!.ToString())],
                var one => [one.ToString()],
            },
            members["DeletionPolicy"]?.ToString() == "Retain");
    }

    private static TemplateOutput ParseOutput(string key, JsonNode? node)
    {
        var members = Members(node, $"Any Outputs member must be an object: {key}.");
        return new TemplateOutput(
            key,
            members["Value"] ?? throw TemplateErrors.Format($"Every Outputs member must contain a Value object: {key}"),
            members["Description"]?.ToString(),
            members["Condition"]?.ToString(),
            (members["Export"] as JsonObject)?["Name"]);
    }

    /// <summary>A scalar's text: <c>true</c>, not <c>True</c>, and numbers as JSON spells them.</summary>
    internal static string Scalar(JsonNode node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : node.ToJsonString();

    private static JsonObject Members(JsonNode? node, string otherwise) => node as JsonObject ?? throw TemplateErrors.Format(otherwise);

    private static decimal? Number(JsonObject members, string name) => members[name] switch
    {
        null => null,
        var value when decimal.TryParse(Scalar(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw TemplateErrors.Format($"{name} must be a number."),
    };

    private static string? CheckPattern(string key, string? pattern)
    {
        try
        {
            _ = Regex.IsMatch("", pattern ?? "");
            return pattern;
        }
        catch (ArgumentException)
        {
            throw TemplateErrors.Format($"AllowedPattern of parameter {key} is no regular expression.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]{1,255}$")]
    private static partial Regex LogicalId();
}
