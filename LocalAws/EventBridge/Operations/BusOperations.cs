using System.Text.RegularExpressions;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on event buses.</summary>
internal sealed partial class BusOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    private const int LongestName = 256;

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.CreateEventBus", () => wire.CreateEventBusRequest, () => wire.CreateEventBusResponse, Create);
        table.MapJson("AWSEvents.UpdateEventBus", () => wire.UpdateEventBusRequest, () => wire.UpdateEventBusResponse, Update);
        table.MapJson("AWSEvents.DeleteEventBus", () => wire.EventBusNameRequest, () => wire.EmptyResponse, Delete);
        table.MapJson("AWSEvents.DescribeEventBus", () => wire.EventBusNameRequest, () => wire.DescribeEventBusResponse, Describe);
        table.MapJson("AWSEvents.ListEventBuses", () => wire.ListEventBusesRequest, () => wire.ListEventBusesResponse, List);
    }

    /// <summary>A new bus of this definition.</summary>
    public static EventBus Define(EventTopology topology, CreateEventBusRequest request, DateTimeOffset now)
    {
        Check(request.Name, request.Description, request.DeadLetterConfig, request.LogConfig).Enforce();
        if (request.EventSourceName is { } source)
        {
            throw new AwsException("ResourceNotFoundException", $"Event source {source} does not exist.");
        }

        if (request.Name!.Contains('/', StringComparison.Ordinal))
        {
            throw TopologyErrors.Validation("Event bus name must not contain '/'.");
        }

        return new EventBus(request.Name, topology.Arn($"event-bus/{request.Name}"), request.Description, now)
        {
            KmsKeyIdentifier = request.KmsKeyIdentifier,
            DeadLetterArn = request.DeadLetterConfig?.Arn,
            Logging = Read(request.LogConfig),
            Tags = EventTopology.NoTags.With(request.Tags),
        };
    }

    private static Constraints Check(string? name, string? description, DeadLetterConfigEntry? deadLetter, LogConfigEntry? logging) =>
        new Constraints()
            .Required("name", name)
            .Matches("name", name, BusName())
            .Length("name", name, LongestName)
            .Length("description", description, 512, shortest: 0)
            .Length("deadLetterConfig.arn", deadLetter?.Arn, 1600)
            .OneOf("logConfig.includeDetail", logging?.IncludeDetail, "NONE", "FULL")
            .OneOf("logConfig.level", logging?.Level, "INFO", "ERROR", "TRACE", "OFF");

    private ValueTask<CreateEventBusResponse> Create(CreateEventBusRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var bus = store.Update(call.Scope, topology => topology.AddBus(Define(topology, request, clock.GetUtcNow()))).Buses[request.Name!];
        return new(new CreateEventBusResponse(
            bus.Arn, bus.Description, bus.KmsKeyIdentifier, WriteDeadLetter(bus), Write(bus.Logging)));
    }

    private ValueTask<UpdateEventBusResponse> Update(UpdateEventBusRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var name = BusChanges.BusName(request.Name);
        Check(name, request.Description, request.DeadLetterConfig, request.LogConfig).Enforce();
        var bus = store.Update(call.Scope, topology =>
        {
            var existing = topology.RequireBus(name);
            return topology.WithBus(
                existing with
                {
                    Description = request.Description ?? existing.Description,
                    KmsKeyIdentifier = request.KmsKeyIdentifier ?? existing.KmsKeyIdentifier,
                    DeadLetterArn = request.DeadLetterConfig is null ? existing.DeadLetterArn : request.DeadLetterConfig.Arn,
                    Logging = Read(request.LogConfig) ?? existing.Logging,
                },
                clock.GetUtcNow());
        }).Buses[name];
        return new(new UpdateEventBusResponse(
            bus.Arn, bus.Name, bus.Description, bus.KmsKeyIdentifier, WriteDeadLetter(bus), Write(bus.Logging)));
    }

    private ValueTask<EmptyResponse> Delete(EventBusNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Required("name", request.Name).Matches("name", request.Name, BusName()).Length("name", request.Name, LongestName).Enforce();
        store.Update(call.Scope, topology => topology.RemoveBus(request.Name!));
        return new(new EmptyResponse());
    }

    private ValueTask<DescribeEventBusResponse> Describe(EventBusNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var bus = store.Current(call.Scope).RequireBus(request.Name);
        return new(new DescribeEventBusResponse(
            bus.Name,
            bus.Arn,
            bus.Description,
            bus.KmsKeyIdentifier,
            WriteDeadLetter(bus),
            bus.Policy,
            Write(bus.Logging),
            bus.Created,
            bus.Modified));
    }

    private ValueTask<ListEventBusesResponse> List(ListEventBusesRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var page = Page.Of(store.Current(call.Scope).Buses.Values, bus => bus.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListEventBusesResponse(
            [.. page.Items.Select(static bus => new EventBusEntry(bus.Name, bus.Arn, bus.Description, bus.Policy, bus.Created, bus.Modified))],
            page.NextToken));
    }

    private static BusLogging? Read(LogConfigEntry? entry) => entry is null ? null : new BusLogging(entry.IncludeDetail, entry.Level);

    private static LogConfigEntry? Write(BusLogging? logging) => logging is null ? null : new LogConfigEntry(logging.IncludeDetail, logging.Level);

    private static DeadLetterConfigEntry? WriteDeadLetter(EventBus bus) => bus.DeadLetterArn is { } arn ? new DeadLetterConfigEntry(arn) : null;

    [GeneratedRegex(@"^[/\.\-_A-Za-z0-9]+$")]
    private static partial Regex BusName();
}
