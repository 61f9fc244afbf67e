using System.Xml.Linq;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Stacks;
using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;
using static LocalAws.CloudFormation.Operations.StackXml;

namespace LocalAws.CloudFormation.Operations;

/// <summary>CloudFormation's operations on stacks and templates.</summary>
internal sealed class CloudFormationModule(StackRunner runner, StackStore stacks, ResourceCatalog catalog) : IOperationModule
{
    public void Map(OperationTable table)
    {
        Map(table, "CreateStack", Create);
        Map(table, "UpdateStack", Update);
        Map(table, "DeleteStack", Delete);
        Map(table, "DescribeStacks", Describe);
        Map(table, "ListStacks", List);
        Map(table, "DescribeStackEvents", DescribeEvents);
        Map(table, "DescribeStackResource", DescribeResource);
        Map(table, "DescribeStackResources", DescribeResources);
        Map(table, "ListStackResources", ListResources);
        Map(table, "GetTemplate", GetTemplate);
        Map(table, "GetTemplateSummary", Summarize);
        Map(table, "ValidateTemplate", Validate);
        Map(table, "UpdateTerminationProtection", Protect);
    }

    private static void Map(OperationTable table, string action, Func<QueryParameters, CallContext, IEnumerable<XElement>?> handler) =>
        table.MapQuery(QueryNamespaces.CloudFormation, action, (parameters, call, _) => new(handler(parameters, call)));

    private IEnumerable<XElement> Create(QueryParameters parameters, CallContext call)
    {
        var request = StackRequestReader.Read(parameters, call);
        StackRequestReader.CheckName(request.StackName);
        return [new XElement("StackId", runner.Create(request).Id)];
    }

    private IEnumerable<XElement> Update(QueryParameters parameters, CallContext call) =>
        [new XElement("StackId", runner.Update(StackRequestReader.Read(parameters, call)).Id)];

    private IEnumerable<XElement>? Delete(QueryParameters parameters, CallContext call)
    {
        runner.Delete(call, parameters.Require("StackName"));
        return null;
    }

    private IEnumerable<XElement> Describe(QueryParameters parameters, CallContext call)
    {
        var found = parameters.Find("StackName") is { Length: > 0 } name
            ? [stacks.Require(call.Scope, name).Now]
            : stacks.All(call.Scope).Select(static stack => stack.Now).Where(static stack => stack.Status != StackStatus.DeleteComplete);
        return QueryPage.Of("Stacks", found.Select(Stack), parameters);
    }

    private IEnumerable<XElement> List(QueryParameters parameters, CallContext call)
    {
        var statuses = parameters.Members("StackStatusFilter").ToHashSet();
        if (!statuses.All(StackStatus.All.Contains))
        {
            throw TemplateErrors.Validation(
                $"1 validation error detected: Value '[{string.Join(", ", statuses)}]' at 'stackStatusFilter' failed to satisfy constraint: "
                + $"Member must satisfy constraint: [Member must satisfy enum value set: [{string.Join(", ", StackStatus.All)}]]");
        }

        return QueryPage.Of(
            "StackSummaries",
            stacks.All(call.Scope)
                .Select(static stack => stack.Now)
                .Where(stack => statuses.Count == 0 || statuses.Contains(stack.Status))
                .Select(Summary),
            parameters);
    }

    private IEnumerable<XElement> DescribeEvents(QueryParameters parameters, CallContext call)
    {
        var stack = RequireNamed(parameters, call).Now;
        return QueryPage.Of("StackEvents", stack.Events.Reverse().Select(happened => Event(stack, happened)), parameters);
    }

    private IEnumerable<XElement> DescribeResource(QueryParameters parameters, CallContext call)
    {
        var name = parameters.Require("StackName");
        var stack = stacks.Find(call.Scope, name)?.Now ?? throw TemplateErrors.Validation($"Stack '{name}' does not exist");
        var logicalId = parameters.Require("LogicalResourceId");
        return stack.Resources.TryGetValue(logicalId, out var resource)
            ? [Resource(resource, "LastUpdatedTimestamp", stack)]
            : throw TemplateErrors.Validation($"Resource {logicalId} does not exist for stack {stack.Name}");
    }

    private IEnumerable<XElement> DescribeResources(QueryParameters parameters, CallContext call)
    {
        var logicalId = parameters.Find("LogicalResourceId");
        var stack = parameters.Find("PhysicalResourceId") is { Length: > 0 } physicalId ? OwnerOf(call.Scope, physicalId) : Require(parameters, call);
        var resources = stack.Resources.Values.Where(resource => logicalId is null || resource.LogicalId == logicalId);
        return [new XElement("StackResources", resources.Select(static resource => Resource(resource, "Timestamp")))];
    }

    private StackSnapshot OwnerOf(AwsScope scope, string physicalId) => stacks.All(scope)
        .Select(static stack => stack.Now)
        .FirstOrDefault(stack => stack.Resources.Values.Any(resource => resource.Instance?.PhysicalId == physicalId))
        ?? throw TemplateErrors.Validation($"Stack for {physicalId} does not exist");

    private IEnumerable<XElement> ListResources(QueryParameters parameters, CallContext call) => QueryPage.Of(
        "StackResourceSummaries",
        Require(parameters, call).Resources.Values.Select(static resource => Resource(resource, "LastUpdatedTimestamp")),
        parameters);

    private IEnumerable<XElement> Protect(QueryParameters parameters, CallContext call)
    {
        var isProtected = parameters.Require("EnableTerminationProtection") == "true";
        var stack = RequireNamed(parameters, call);
        return [new XElement("StackId", stack.Change(now => now with { IsProtected = isProtected }).Id)];
    }

    private IEnumerable<XElement> GetTemplate(QueryParameters parameters, CallContext call) =>
        [new XElement("TemplateBody", Require(parameters, call).Template.Text), StackXml.List("StagesAvailable", ["Original", "Processed"])];

    private IEnumerable<XElement> Summarize(QueryParameters parameters, CallContext call)
    {
        var template = ReadTemplate(parameters) ?? Require(parameters, call).Template;
        return
        [
            .. DescribeTemplate(template),
            StackXml.List("ResourceTypes", template.Resources.Values.Select(static resource => resource.Type).Distinct()),
        ];
    }

    private IEnumerable<XElement> Validate(QueryParameters parameters, CallContext call) =>
        DescribeTemplate(ReadTemplate(parameters) ?? throw TemplateErrors.Validation("Either Template URL or Template Body must be specified."));

    private static IEnumerable<XElement> DescribeTemplate(Template template)
    {
        yield return new XElement("Parameters", template.Parameters.Values.Select(Parameter));
        var capabilities = StackPlan.Capabilities(template);
        yield return StackXml.List("Capabilities", capabilities);
        if (capabilities.Count > 0)
        {
            yield return new XElement("CapabilitiesReason", $"The following resource(s) require capabilities: [{RoleResource.TypeName}]");
        }

        if (template.Description is { } description)
        {
            yield return new XElement("Description", description);
        }
    }

    private Template? ReadTemplate(QueryParameters parameters)
    {
        if (StackRequestReader.FindTemplate(parameters) is not { } text)
        {
            return null;
        }

        var template = TemplateParser.Parse(text);
        TemplateChecks.Check(template, catalog);
        return template;
    }

    private StackSnapshot Require(QueryParameters parameters, CallContext call) => stacks.Require(call.Scope, parameters.Require("StackName")).Now;

    private Stack RequireNamed(QueryParameters parameters, CallContext call) => stacks.RequireNamed(call.Scope, parameters.Require("StackName"));
}
