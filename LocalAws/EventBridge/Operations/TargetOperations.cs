using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on the targets of rules.</summary>
internal sealed class TargetOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.PutTargets", () => wire.PutTargetsRequest, () => wire.TargetsResponse, Put);
        table.MapJson("AWSEvents.RemoveTargets", () => wire.RemoveTargetsRequest, () => wire.TargetsResponse, Remove);
        table.MapJson("AWSEvents.ListTargetsByRule", () => wire.ListTargetsByRuleRequest, () => wire.ListTargetsByRuleResponse, List);
    }

    private ValueTask<TargetsResponse> Put(PutTargetsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("rule", request.Rule).Enforce();
        var entries = request.Targets ?? [];
        TargetEntries.Check(entries);
        List<FailedTargetEntry> failed = [];
        List<Target> targets = [];
        foreach (var entry in entries)
        {
            if (TargetEntries.Fault(entry!) is { } fault)
            {
                failed.Add(new FailedTargetEntry(entry!.Id!, "ValidationException", fault));
            }
            else
            {
                targets.Add(TargetEntries.Read(entry!));
            }
        }

        store.Update(call.Scope, topology => topology.PutTargets(request.EventBusName, request.Rule!, targets, clock.GetUtcNow()));
        return new(new TargetsResponse(failed.Count, failed));
    }

    private ValueTask<TargetsResponse> Remove(RemoveTargetsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints()
            .Name("rule", request.Rule)
            .Check(request.Ids is { Count: > 0 }, "Value null at 'ids' failed to satisfy constraint: Member must not be null")
            .Enforce();
        var ids = request.Ids!.ToHashSet();
        store.Update(call.Scope, topology => topology.RemoveTargets(
            request.EventBusName, request.Rule!, ids, clock.GetUtcNow(), request.Force == true));
        return new(new TargetsResponse(0, []));
    }

    private ValueTask<ListTargetsByRuleResponse> List(ListTargetsByRuleRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("rule", request.Rule).Enforce();
        var targets = store.Current(call.Scope)
            .RequireRule(request.EventBusName, request.Rule!)
            .Targets.OrderBy(target => target.Id, StringComparer.Ordinal);
        var page = Page.Of(targets, target => target.Id, null, request.Limit, request.NextToken);
        return new(new ListTargetsByRuleResponse([.. page.Items.Select(TargetEntries.Write)], page.NextToken));
    }
}
