using System.Text.Json.Nodes;

namespace LocalAws.CloudFormation.Templates;

/// <summary>A template whose structure was checked. Functions in it are not evaluated yet.</summary>
internal sealed record Template(string Text, string? Description)
{
    public required IReadOnlyDictionary<string, TemplateParameter> Parameters { get; init; }

    public required JsonObject Mappings { get; init; }

    public required IReadOnlyDictionary<string, JsonNode> Conditions { get; init; }

    public required IReadOnlyDictionary<string, TemplateResource> Resources { get; init; }

    public required IReadOnlyDictionary<string, TemplateOutput> Outputs { get; init; }
}

/// <summary>A resource of a template.</summary>
/// <param name="Condition">The name of the condition under which it exists; null: always.</param>
internal sealed record TemplateResource(
    string LogicalId, string Type, JsonObject Properties, string? Condition, IReadOnlyList<string> DependsOn, bool RetainOnDelete);

/// <summary>An output of a template.</summary>
internal sealed record TemplateOutput(string Key, JsonNode Value, string? Description, string? Condition, JsonNode? ExportName);
