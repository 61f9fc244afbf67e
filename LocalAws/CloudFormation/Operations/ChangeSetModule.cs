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
        StackRequestReader.CheckName(request.StackName);
        var changeSet = changeSets.Create(parameters.Require("ChangeSetName"), request, parameters.Find("ChangeSetType") == "CREATE");
        return [new XElement("Id", changeSet.Id), new XElement("StackId", changeSet.Stack.Now.Id)];
    }

    private IEnumerable<XElement> Describe(QueryParameters parameters, CallContext call)
    {
        var changeSet = Require(parameters, call);
        return
        [
            .. Summarize(changeSet).OfType<XElement>(),
            StackXml.List("Capabilities", changeSet.Request.Capabilities),
            new XElement("NotificationARNs"),
            StackXml.List("Changes", changeSet.Changes, static change =>
            [
                new XElement("Type", "Resource"),
                new XElement(
                    "ResourceChange",
                    new XElement("Action", change.Action),
                    new XElement("LogicalResourceId", change.LogicalId),
                    new XElement("ResourceType", change.Type)),
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
        changeSets.Delete(Require(parameters, call));
        return [];
    }

    private IEnumerable<XElement> List(QueryParameters parameters, CallContext call) =>
    [
        StackXml.List("Summaries", changeSets.Of(stacks.Require(call.Scope, parameters.Require("StackName"))), Summarize),
    ];

    private static IEnumerable<XElement?> Summarize(ChangeSet changeSet) =>
    [
        new XElement("ChangeSetName", changeSet.Name),
        new XElement("ChangeSetId", changeSet.Id),
        new XElement("StackName", changeSet.Stack.Now.Name),
        new XElement("StackId", changeSet.Stack.Now.Id),
        new XElement("CreationTime", StackXml.Time(changeSet.Created)),
        new XElement("ExecutionStatus", changeSet.ExecutionStatus),
        new XElement("Status", changeSet.Status),
        StackXml.Optional("StatusReason", changeSet.StatusReason),
    ];

    private ChangeSet Require(QueryParameters parameters, CallContext call) =>
        changeSets.Require(call.Scope, parameters.Require("ChangeSetName"), parameters.Find("StackName"));
}
