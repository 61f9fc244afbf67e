using System.Collections.Immutable;
using System.Xml.Linq;
using LocalAws.CloudFormation.Stacks;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Operations;

/// <summary>CloudFormation's operations on change sets, by which tools such as Aspire deploy.</summary>
internal sealed class ChangeSetModule(ChangeSetStore changeSets, StackStore stacks) : IOperationModule
{
    public void Map(OperationTable table)
    {
        Map(table, "CreateChangeSet", Create);
        Map(table, "DescribeChangeSet", Describe);
        Map(table, "ExecuteChangeSet", Execute);
        Map(table, "DeleteChangeSet", Delete);
        Map(table, "ListChangeSets", List);
    }

    private static void Map(OperationTable table, string action, Func<QueryParameters, CallContext, IEnumerable<XElement>> handler) =>
        table.MapQuery(QueryNamespaces.CloudFormation, action, (parameters, call, _) => new(handler(parameters, call)));

    private IEnumerable<XElement> Create(QueryParameters parameters, CallContext call)
    {
        var request = StackRequestReader.Read(parameters, call);
        var name = parameters.Require("ChangeSetName");
        StackRequestReader.CheckName(request.StackName);
        StackRequestReader.CheckName(name, "changeSetName");
        var changeSet = changeSets.Create(name, request, parameters.Find("ChangeSetType") == "CREATE", parameters.Find("Description"));
        return [new XElement("Id", changeSet.Id), new XElement("StackId", changeSet.StackId)];
    }

    private IEnumerable<XElement> Describe(QueryParameters parameters, CallContext call)
    {
        var changeSet = Require(parameters, call);
        return
        [
            .. Summarize(changeSet).OfType<XElement>(),
            StackXml.List("Parameters", changeSet.Parameters, static parameter =>
            [
                new XElement("ParameterKey", parameter.Key),
                new XElement("ParameterValue", parameter.Value),
            ]),
            StackXml.List("Tags", changeSet.Request.Tags ?? ImmutableSortedDictionary<string, string>.Empty, static tag => [new XElement("Key", tag.Key), new XElement("Value", tag.Value)]),
            StackXml.List("Capabilities", changeSet.Request.Capabilities),
            new XElement("NotificationARNs"),
            StackXml.List("Changes", changeSet.Changes, static change =>
            [
                new XElement("Type", "Resource"),
                new XElement(
                    "ResourceChange",
                    new XElement("Action", change.Action),
                    new XElement("LogicalResourceId", change.LogicalId),
                    StackXml.Optional("PhysicalResourceId", change.PhysicalId),
                    new XElement("ResourceType", change.Type),
                    change.Action == "Modify" ? new XElement("Replacement", change.IsReplaced ? "True" : "False") : null,
                    change.Action == "Modify" ? StackXml.List("Scope", ["Properties"]) : new XElement("Scope"),
                    new XElement("Details")),
            ]),
        ];
    }

    private IEnumerable<XElement> Execute(QueryParameters parameters, CallContext call)
    {
        changeSets.Execute(Require(parameters, call));
        return [];
    }

    private IEnumerable<XElement> Delete(QueryParameters parameters, CallContext call)
    {
        if (changeSets.Find(call.Scope, parameters.Require("ChangeSetName"), parameters.Find("StackName")) is { } changeSet)
        {
            changeSets.Delete(changeSet);
        }

        return [];
    }

    private IEnumerable<XElement> List(QueryParameters parameters, CallContext call) =>
    [
        StackXml.List("Summaries", changeSets.Of(stacks.RequireNamed(call.Scope, parameters.Require("StackName")).Now.Id), Summarize),
    ];

    private static IEnumerable<XElement?> Summarize(ChangeSet changeSet) =>
    [
        new XElement("ChangeSetName", changeSet.Name),
        new XElement("ChangeSetId", changeSet.Id),
        new XElement("StackName", changeSet.Request.StackName),
        new XElement("StackId", changeSet.StackId),
        StackXml.Optional("Description", changeSet.Description),
        new XElement("CreationTime", StackXml.Time(changeSet.Created)),
        new XElement("ExecutionStatus", changeSet.ExecutionStatus),
        new XElement("Status", changeSet.Status),
        StackXml.Optional("StatusReason", changeSet.StatusReason),
    ];

    private ChangeSet Require(QueryParameters parameters, CallContext call) =>
        changeSets.Require(call.Scope, parameters.Require("ChangeSetName"), parameters.Find("StackName"));
}
