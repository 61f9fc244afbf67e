using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>
/// Partner event sources and global endpoints. An account that is no partner of AWS and has no second Region's buses
/// has none of them, and so it is here: lists are empty, and what names one does not exist.
/// </summary>
internal sealed class PartnerOperations : IOperationModule
{
    private static readonly string[] PartnersOnly =
    [
        "CreatePartnerEventSource", "DeletePartnerEventSource", "DescribePartnerEventSource", "ListPartnerEventSourceAccounts", "PutPartnerEvents",
    ];

    private static readonly string[] OfEventSources = ["ActivateEventSource", "DeactivateEventSource", "DescribeEventSource"];

    private static readonly string[] OfEndpoints = ["DescribeEndpoint", "UpdateEndpoint", "DeleteEndpoint"];

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.ListEventSources", () => wire.PageRequest, () => wire.ListEventSourcesResponse, static (request, _, _) =>
            new(new ListEventSourcesResponse(Check(request))));
        table.MapJson(
            "AWSEvents.ListPartnerEventSources", () => wire.PageRequest, () => wire.ListPartnerEventSourcesResponse, static (request, _, _) =>
            new(new ListPartnerEventSourcesResponse(Check(request))));
        table.MapJson("AWSEvents.ListEndpoints", () => wire.PageRequest, () => wire.ListEndpointsResponse, static (request, _, _) =>
            new(new ListEndpointsResponse(Check(request))));
        table.MapJson("AWSEvents.CreateEndpoint", () => wire.NamedRequest, () => wire.EmptyResponse, static (request, _, _) =>
        {
            new Constraints().Name("name", request.Name).Enforce();
            throw TopologyErrors.Validation("Global endpoints need a Route 53 health check and a second Region: there is neither here.");
        });
        Refuse(table, PartnersOnly, static _ => TopologyErrors.Disabled());
        Refuse(table, OfEventSources, static name => new AwsException("ResourceNotFoundException", $"Event source {name} does not exist."));
        Refuse(table, OfEndpoints, static name => new AwsException("ResourceNotFoundException", $"Endpoint {name} does not exist."));
    }

    private static void Refuse(OperationTable table, string[] operations, Func<string?, AwsException> refusal)
    {
        var wire = EventBridgeWire.Default;
        foreach (var operation in operations)
        {
            table.MapJson(
                $"AWSEvents.{operation}", () => wire.NamedRequest, () => wire.EmptyResponse, (request, _, _) => throw refusal(request.Name));
        }
    }

    private static string[] Check(PageRequest request)
    {
        new Constraints().Between("limit", request.Limit, 1, 100).Enforce();
        return [];
    }
}
