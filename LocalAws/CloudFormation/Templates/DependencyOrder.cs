namespace LocalAws.CloudFormation.Templates;

/// <summary>Orders resources so that each comes after those that it refers to or names in DependsOn.</summary>
internal static class DependencyOrder
{
    /// <exception cref="Protocol.AwsException">They depend on each other in a circle.</exception>
    public static IReadOnlyList<TemplateResource> Of(IEnumerable<TemplateResource> resources)
    {
        var waiting = resources.ToList();
        var names = waiting.Select(static resource => resource.LogicalId).ToHashSet();
        var dependencies = waiting.ToDictionary(
            static resource => resource.LogicalId,
            resource => Reference.In(resource.Properties)
                .Select(static reference => reference.Name)
                .Concat(resource.DependsOn)
                .Where(names.Contains)
                .ToHashSet());
        List<TemplateResource> ordered = [];
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(resource => dependencies[resource.LogicalId].Count == 0).ToList();
            if (ready.Count == 0)
            {
                var circle = string.Join(", ", waiting.Select(static resource => resource.LogicalId));
                throw TemplateErrors.Validation($"Circular dependency between resources: [{circle}]");
            }

            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
            foreach (var rest in waiting)
            {
                dependencies[rest.LogicalId].ExceptWith(ready.Select(static resource => resource.LogicalId));
            }
        }

        return ordered;
    }
}
