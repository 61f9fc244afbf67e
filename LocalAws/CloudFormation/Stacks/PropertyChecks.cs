using System.Text.Json.Nodes;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Templates;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>Checks properties against what their resource type knows.</summary>
internal static class PropertyChecks
{
    /// <exception cref="Protocol.AwsException">A property is unknown or missing.</exception>
    public static void Check(ResourceType type, JsonObject properties)
    {
        if (properties.Select(static property => property.Key).FirstOrDefault(name => !type.Properties.ContainsKey(name)) is { } unknown)
        {
            throw TemplateErrors.Validation($"Model validation failed (#: extraneous key [{unknown}] is not permitted)");
        }

        var required = type.Properties
            .Where(static property => property.Value is PropertyKind.Required or PropertyKind.RequiredIdentity)
            .Select(static property => property.Key);
        if (required.FirstOrDefault(name => !properties.ContainsKey(name)) is { } missing)
        {
            throw TemplateErrors.Validation($"Model validation failed (#: required key [{missing}] not found)");
        }
    }

    /// <summary>Whether the change makes another resource of it.</summary>
    /// <exception cref="Protocol.AwsException">It does, and both would have the same name.</exception>
    public static bool NeedsReplacement(ResourceType type, JsonObject before, JsonObject after)
    {
        var changed = ChangedIdentity(type, before, after);
        if (changed.Length == 0)
        {
            return false;
        }

        return type.NameProperty is { } name && after[name] is { } given && !changed.Contains(name)
            ? throw TemplateErrors.Validation(
                "CloudFormation cannot update a stack when a custom-named resource requires replacing. "
                + $"Rename {given} and update the stack again.")
            : true;
    }

    /// <summary>Whether the change makes another resource of it, be that possible or not.</summary>
    public static bool ChangesIdentity(ResourceType type, JsonObject before, JsonObject after) => ChangedIdentity(type, before, after).Length > 0;

    private static string[] ChangedIdentity(ResourceType type, JsonObject before, JsonObject after) => type.Properties
        .Where(static property => property.Value is PropertyKind.Identity or PropertyKind.RequiredIdentity)
        .Where(property => !JsonNode.DeepEquals(before[property.Key], after[property.Key]))
        .Select(static property => property.Key)
        .ToArray();
}
