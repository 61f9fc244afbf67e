using System.Text.Json.Nodes;

namespace LocalAws.CloudFormation.Templates;

/// <summary>A mention of a parameter, a pseudo parameter or a resource.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attribute">The attribute asked for; null: Ref.</param>
/// <param name="IsInText">Whether it stands in the text of a Sub.</param>
internal sealed record Reference(string Name, string? Attribute, bool IsInText = false)
{
    /// <summary>All references in a node, those inside of functions included.</summary>
    public static IEnumerable<Reference> In(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } function => function.First() switch
        {
            { Key: "Ref", Value: JsonValue name } => [new Reference(name.ToString(), null)],
            { Key: "Fn::GetAtt", Value: var target } => [OfGetAtt(target)],
            { Key: "Fn::Sub", Value: JsonValue text } => OfSub(text.ToString(), []),
            { Key: "Fn::Sub", Value: JsonArray { Count: 2 } pair } when pair[1] is JsonObject own =>
                OfSub(pair[0]!.ToString(), own.Select(static member => member.Key).ToHashSet()).Concat(In(own)),
            { Value: var inner } => In(inner),
        },
        JsonObject members => members.SelectMany(static member => In(member.Value)),
        JsonArray items => items.SelectMany(In),
        _ => [],
    };

    /// <summary>The target of a GetAtt: a list of two, or a text with a dot.</summary>
    public static Reference OfGetAtt(JsonNode? target) => target switch
    {
        JsonArray { Count: 2 } pair when pair[0] is JsonValue name && pair[1] is JsonValue attribute =>
            new Reference(name.ToString(), attribute.ToString()),
        JsonValue text when text.ToString().IndexOf('.', StringComparison.Ordinal) is var dot and > 0 =>
            new Reference(text.ToString()[..dot], text.ToString()[(dot + 1)..]),
        _ => throw TemplateErrors.Template("every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute"),
    };

    /// <summary>A name in a Sub: <c>Name</c> or <c>Name.Attribute</c>.</summary>
    public static Reference OfName(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? new Reference(name[..dot], name[(dot + 1)..]) : new Reference(name, null);

    private static IEnumerable<Reference> OfSub(string text, HashSet<string> own) =>
        SubText.Names(text).Where(name => !own.Contains(name)).Select(static name => OfName(name) with { IsInText = true });
}
