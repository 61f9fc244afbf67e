using LocalAws.CloudFormation.Resources;

namespace LocalAws.CloudFormation.Templates;

/// <summary>Checks what a template refers to.</summary>
internal static class TemplateChecks
{
    /// <exception cref="Protocol.AwsException">
    /// A resource type, a name or an attribute is unknown, or resources depend on each other in a circle.
    /// </exception>
    public static void Check(Template template, ResourceCatalog catalog)
    {
        var unknownTypes = template.Resources.Values
            .Select(static resource => resource.Type)
            .Where(type => catalog.Find(type) is null)
            .Distinct()
            .ToList();
        if (unknownTypes.Count > 0)
        {
            throw TemplateErrors.Format($"Unrecognized resource types: [{string.Join(", ", unknownTypes)}]");
        }

        CheckNames(template, catalog, "Resources", template.Resources.Values.SelectMany(static resource => Reference.In(resource.Properties)));
        CheckNames(template, catalog, "Outputs", template.Outputs.Values.SelectMany(static output => Reference.In(output.Value)));
        CheckNames(template, catalog, "Resources", template.Resources.Values
            .SelectMany(static resource => resource.DependsOn)
            .Select(static name => new Reference(name, null))
            .Where(reference => !template.Resources.ContainsKey(reference.Name)), resourcesOnly: true);
        foreach (var condition in template.Resources.Values.Select(static resource => resource.Condition)
            .Concat(template.Outputs.Values.Select(static output => output.Condition)))
        {
            if (condition is not null && !template.Conditions.ContainsKey(condition))
            {
                throw TemplateErrors.Format($"Unresolved condition dependency {condition} in the Resources block of the template");
            }
        }

        DependencyOrder.Of(template.Resources.Values);
    }

    private static void CheckNames(
        Template template, ResourceCatalog catalog, string block, IEnumerable<Reference> references, bool resourcesOnly = false)
    {
        List<string> unresolved = [];
        foreach (var reference in references)
        {
            if (template.Resources.TryGetValue(reference.Name, out var resource))
            {
                if (reference.Attribute is { } attribute && !catalog.Require(resource.Type).Attributes.Contains(attribute))
                {
                    throw TemplateErrors.Template($"resource {reference.Name} does not support attribute type {attribute} in Fn::GetAtt");
                }
            }
            else if (reference is { Attribute: not null, IsInText: false })
            {
                throw TemplateErrors.Template($"instance of Fn::GetAtt references undefined resource {reference.Name}");
            }
            else if (reference.Attribute is not null || resourcesOnly
                || !(template.Parameters.ContainsKey(reference.Name) || TemplateScope.PseudoParameters.Contains(reference.Name)))
            {
                unresolved.Add(reference.Name);
            }
        }

        if (unresolved.Count > 0)
        {
            var names = string.Join(", ", unresolved.Distinct());
            throw TemplateErrors.Format($"Unresolved resource dependencies [{names}] in the {block} block of the template");
        }
    }
}
