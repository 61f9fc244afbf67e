using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on event buses.</summary>
internal sealed class BusOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    private const int LongestName = 256;

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.CreateEventBus", wire.CreateEventBusRequest, wire.CreateEventBusResponse, Create);
        table.MapJson("AWSEvents.DeleteEventBus", wire.EventBusNameRequest, wire.EmptyResponse, Delete);
        table.MapJson("AWSEvents.DescribeEventBus", wire.EventBusNameRequest, wire.DescribeEventBusResponse, Describe);
        table.MapJson("AWSEvents.ListEventBuses", wire.ListEventBusesRequest, wire.ListEventBusesResponse, List);
    }

    private ValueTask<CreateEventBusResponse> Create(CreateEventBusRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name, LongestName).Length("description", request.Description, 512, shortest: 0).Enforce();
        var bus = store.Update(call.Scope, topology => topology.AddBus(request.Name!, request.Description, clock.GetUtcNow())).Buses[request.Name!];
        return new(new CreateEventBusResponse(bus.Arn, bus.Description));
    }

    private ValueTask<EmptyResponse> Delete(EventBusNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name, LongestName).Enforce();
        store.Update(call.Scope, topology => topology.RemoveBus(request.Name!));
        return new(new EmptyResponse());
    }

    private ValueTask<DescribeEventBusResponse> Describe(EventBusNameRequest request, CallContext call, CancellationToken cancellationToken) =>
        new(Describe(store.Current(call.Scope).RequireBus(request.Name)));

    private ValueTask<ListEventBusesResponse> List(ListEventBusesRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var page = Page.Of(store.Current(call.Scope).Buses.Values, bus => bus.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListEventBusesResponse([.. page.Items.Select(Describe)], page.NextToken));
    }

    private static DescribeEventBusResponse Describe(EventBus bus) => new(bus.Name, bus.Arn, bus.Description, bus.Created, bus.Modified);
}
