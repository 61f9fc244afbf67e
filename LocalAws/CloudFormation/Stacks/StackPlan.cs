using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A checked request: the template, and the value of each of its parameters.</summary>
internal sealed record StackPlan(Template Template, ImmutableSortedDictionary<string, string> Parameters)
{
    /// <summary>The value of each parameter as it may be told: those with NoEcho are masked.</summary>
    public ImmutableSortedDictionary<string, string> Shown => Parameters.ToImmutableSortedDictionary(
        static parameter => parameter.Key,
        parameter => Template.Parameters[parameter.Key].NoEcho ? TemplateParameter.Mask : parameter.Value,
        StringComparer.Ordinal);

    /// <param name="current">The stack as it is; null: a new one.</param>
    /// <exception cref="AwsException">The request is refused.</exception>
    public static StackPlan Of(StackRequest request, StackSnapshot? current, ResourceCatalog catalog)
    {
        var template = request.TemplateText is { } text ? TemplateParser.Parse(text) : current?.Template
            ?? throw TemplateErrors.Validation("Either Template URL or Template Body must be specified.");
        TemplateChecks.Check(template, catalog);
        var missing = Capabilities(template).Where(capability => !Acknowledges(request.Capabilities, capability)).ToArray();
        if (missing.Length > 0)
        {
            throw new AwsException("InsufficientCapabilitiesException", $"Requires capabilities : [{string.Join(", ", missing)}]");
        }

        var previous = current?.Parameters ?? ImmutableSortedDictionary<string, string>.Empty;
        var values = ParameterValues.Resolve(template, request.Parameters, previous);
        return new StackPlan(template, values.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>What a caller must acknowledge to deploy a template.</summary>
    public static IReadOnlyList<string> Capabilities(Template template)
    {
        var roles = template.Resources.Values.Where(static resource => resource.Type == RoleResource.TypeName).ToList();
        if (roles.Count == 0)
        {
            return [];
        }

        return roles.Exists(static role => role.Properties.ContainsKey("RoleName")) ? ["CAPABILITY_NAMED_IAM"] : ["CAPABILITY_IAM"];
    }

    /// <summary>Whether the plan asks for anything that the stack is not yet.</summary>
    public bool Changes(StackSnapshot current)
    {
        try
        {
            return !JsonNode.DeepEquals(Describe(current.Template, current.Parameters, current), Describe(Template, Parameters, current));
        }
        catch (AwsException)
        {
            // Functions that need real values (a Split of an ARN) cannot be compared; the deployment will tell.
            return true;
        }
    }

    /// <summary>What would become of each resource.</summary>
    public IReadOnlyList<ResourceChange> ResourceChanges(StackSnapshot stack, ResourceCatalog catalog)
    {
        var before = stack.Resources.Count == 0 ? [] : Resources(stack.Template, stack.Parameters, stack);
        var after = Resources(Template, Parameters, stack);
        return
        [
            .. after.Where(wanted => !before.TryGetValue(wanted.Key, out var had) || !JsonNode.DeepEquals(had.Properties, wanted.Value.Properties))
                .Select(wanted => Describe(wanted.Key, before.ContainsKey(wanted.Key) ? "Modify" : "Add")),
            .. before.Keys.Where(had => !after.ContainsKey(had)).Select(had => Describe(had, "Remove")),
        ];

        ResourceChange Describe(string logicalId, string action) => new(
            logicalId,
            (action == "Remove" ? before : after)[logicalId].Type,
            action,
            stack.Resources.GetValueOrDefault(logicalId)?.Instance?.PhysicalId,
            action == "Modify" && PropertyChecks.ChangesIdentity(
                catalog.Require(after[logicalId].Type), (JsonObject)before[logicalId].Properties!, (JsonObject)after[logicalId].Properties!));
    }

    private static Dictionary<string, (string Type, JsonNode? Properties)> Resources(
        Template template, IReadOnlyDictionary<string, string> parameters, StackSnapshot stack)
    {
        var evaluator = Symbolic(template, parameters, stack);
        return template.Resources.Values
            .Where(resource => evaluator.Holds(resource.Condition))
            .ToDictionary(static resource => resource.LogicalId, resource => (resource.Type, evaluator.Evaluate(resource.Properties)));
    }

    private static Evaluator Symbolic(Template template, IReadOnlyDictionary<string, string> parameters, StackSnapshot stack) => new(new TemplateScope(
        template, stack.Scope, stack.Name, stack.Id, parameters, static reference => $"<{reference.Name}.{reference.Attribute}>")
    {
        Import = static export => $"<export {export}>",
    });

    /// <summary>A template with its parameters filled in, and references to resources left symbolic.</summary>
    private static JsonObject Describe(Template template, IReadOnlyDictionary<string, string> parameters, StackSnapshot stack)
    {
        var evaluator = Symbolic(template, parameters, stack);
        var described = new JsonObject();
        foreach (var (logicalId, (type, properties)) in Resources(template, parameters, stack))
        {
            described[$"Resources/{logicalId}"] = new JsonArray(type, properties);
        }

        foreach (var output in template.Outputs.Values.Where(output => evaluator.Holds(output.Condition)))
        {
            described[$"Outputs/{output.Key}"] =
                new JsonArray(evaluator.Evaluate(output.Value), evaluator.Evaluate(output.ExportName), output.Description);
        }

        return described;
    }

    private static bool Acknowledges(ImmutableArray<string> given, string capability) =>
        given.Contains(capability) || (capability == "CAPABILITY_IAM" && given.Contains("CAPABILITY_NAMED_IAM"));
}
