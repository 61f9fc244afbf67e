using System.Collections.Immutable;
using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on replays.</summary>
internal sealed class ReplayOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.StartReplay", () => wire.StartReplayRequest, () => wire.StartReplayResponse, Start);
        table.MapJson("AWSEvents.CancelReplay", () => wire.ReplayNameRequest, () => wire.CancelReplayResponse, Cancel);
        table.MapJson("AWSEvents.DescribeReplay", () => wire.ReplayNameRequest, () => wire.DescribeReplayResponse, Describe);
        table.MapJson("AWSEvents.ListReplays", () => wire.ListReplaysRequest, () => wire.ListReplaysResponse, List);
    }

    private ValueTask<StartReplayResponse> Start(StartReplayRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints()
            .Name("replayName", request.ReplayName)
            .Length("description", request.Description, 512, shortest: 0)
            .Required("eventSourceArn", request.EventSourceArn).Length("eventSourceArn", request.EventSourceArn, 1600)
            .Required("eventStartTime", request.EventStartTime)
            .Required("eventEndTime", request.EventEndTime)
            .Required("destination", request.Destination)
            .Check(
                request.Destination is null or { Arn: not null },
                "Value null at 'destination.arn' failed to satisfy constraint: Member must not be null")
            .Enforce();
        var started = store.Update(call.Scope, topology => topology.AddReplay(Define(topology, request, clock.GetUtcNow())));
        var replay = started.Replays[request.ReplayName!];
        return new(new StartReplayResponse(replay.Arn, Show(replay.State), replay.Started));
    }

    private static Replay Define(EventTopology topology, StartReplayRequest request, DateTimeOffset now)
    {
        var bus = topology.RequireBus(request.Destination!.Arn).Name;
        var name = ArchiveRules.NameOf(request.EventSourceArn!);
        if (topology.Archives.GetValueOrDefault(name) is not { } archive)
        {
            throw TopologyErrors.Validation($"Parameter EventSourceArn is not valid. Reason: Archive {name} does not exist.");
        }

        if (request.EventStartTime >= request.EventEndTime)
        {
            throw TopologyErrors.Validation("Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.");
        }

        if (archive.Bus != bus)
        {
            throw TopologyErrors.Validation("Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.");
        }

        return new Replay(
            request.ReplayName!,
            topology.Arn($"replay/{request.ReplayName}"),
            archive.Name,
            archive.Arn,
            request.Destination.Arn!,
            request.EventStartTime!.Value,
            request.EventEndTime!.Value,
            now)
        {
            Description = request.Description,
            FilterArns = (request.Destination.FilterArns ?? []).ToImmutableArray(),
        };
    }

    private ValueTask<CancelReplayResponse> Cancel(ReplayNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("replayName", request.ReplayName).Enforce();
        var replay = store.Update(call.Scope, topology => topology.RequireReplay(request.ReplayName!) switch
        {
            { State: ReplayState.Starting or ReplayState.Running } active =>
                topology.WithReplay(active with { State = ReplayState.Cancelling }),
            var over => throw new AwsException(
                "IllegalStatusException", $"Replay {over.Name} is not in a valid state for this operation."),
        }).Replays[request.ReplayName!];
        return new(new CancelReplayResponse(replay.Arn, Show(replay.State)));
    }

    private ValueTask<DescribeReplayResponse> Describe(ReplayNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("replayName", request.ReplayName).Enforce();
        var replay = store.Current(call.Scope).RequireReplay(request.ReplayName!);
        return new(new DescribeReplayResponse(
            replay.Name,
            replay.Arn,
            replay.Description,
            Show(replay.State),
            replay.ArchiveArn,
            new ReplayDestinationEntry(replay.DestinationArn, replay.FilterArns.IsEmpty ? null : replay.FilterArns),
            replay.From,
            replay.To,
            replay.LastReplayed,
            replay.Started,
            replay.Ended));
    }

    private ValueTask<ListReplaysResponse> List(ListReplaysRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().OneOf("state", request.State, [.. Enum.GetValues<ReplayState>().Select(Show)]).Enforce();
        if (new[] { request.NamePrefix, request.EventSourceArn, request.State }.Count(static filter => filter is not null) > 1)
        {
            throw TopologyErrors.Validation("At most one filter is allowed for ListReplays. Use either : State, EventSourceArn, or NamePrefix.");
        }

        var matching = store.Current(call.Scope).Replays.Values.Where(replay =>
            (request.EventSourceArn is null || replay.ArchiveArn == request.EventSourceArn)
            && (request.State is null || Show(replay.State) == request.State));
        var page = Page.Of(matching, replay => replay.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListReplaysResponse([.. page.Items.Select(Summarize)], page.NextToken));
    }

    private static ReplayEntry Summarize(Replay replay) => new(
        replay.Name, replay.ArchiveArn, Show(replay.State), replay.From, replay.To, replay.LastReplayed, replay.Started, replay.Ended);

    private static string Show(ReplayState state) => state.ToString().ToUpperInvariant();
}
