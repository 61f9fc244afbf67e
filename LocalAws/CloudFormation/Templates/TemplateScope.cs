using System.Text.Json.Nodes;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Templates;

/// <summary>What names in a template stand for: parameters, pseudo parameters, conditions and resources.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="Parameters">The value of each parameter.</param>
/// <param name="Resource">What a reference to a resource gives; null: it does not exist (now).</param>
internal sealed record TemplateScope(
    Template Template,
    AwsScope Scope,
    string Stack,
    string StackId,
    IReadOnlyDictionary<string, string> Parameters,
    Func<Reference, string?> Resource)
{
    /// <summary>The value of another stack's export; null: there is no such export.</summary>
    public Func<string, string?> Import { get; init; } = static _ => null;

    /// <summary>The pseudo parameters.</summary>
    public static IReadOnlySet<string> PseudoParameters { get; } = new HashSet<string>
    {
        "AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix",
    };

    /// <summary>What a Ref gives; null: nothing at all (<c>AWS::NoValue</c>).</summary>
    public JsonNode? Ref(string name) => name switch
    {
        "AWS::AccountId" => JsonValue.Create(Scope.Account),
        "AWS::NoValue" => null,
        "AWS::NotificationARNs" => new JsonArray(),
        "AWS::Partition" => JsonValue.Create("aws"),
        "AWS::Region" => JsonValue.Create(Scope.Region),
        "AWS::StackId" => JsonValue.Create(StackId),
        "AWS::StackName" => JsonValue.Create(Stack),
        "AWS::URLSuffix" => JsonValue.Create("amazonaws.com"),
        _ when Template.Parameters.TryGetValue(name, out var parameter) => OfParameter(parameter),
        _ => JsonValue.Create(RequireResource(new Reference(name, null))),
    };

    /// <summary>What a reference to a resource gives.</summary>
    public string RequireResource(Reference reference) => Resource(reference)
        ?? throw TemplateErrors.Format($"Unresolved resource dependencies [{reference.Name}] in the Resources block of the template");

    private JsonNode OfParameter(TemplateParameter parameter)
    {
        var value = Parameters[parameter.Key];
        return parameter.IsList
            ? new JsonArray([.. value.Split(',', StringSplitOptions.TrimEntries).Select(static item => (JsonNode)JsonValue.Create(item)!)])
            : JsonValue.Create(value);
    }
}
