using System.Collections.Immutable;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on the tags of buses and rules.</summary>
internal sealed class TagOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.TagResource", () => wire.TagResourceRequest, () => wire.EmptyResponse, Tag);
        table.MapJson("AWSEvents.UntagResource", () => wire.UntagResourceRequest, () => wire.EmptyResponse, Untag);
        table.MapJson("AWSEvents.ListTagsForResource", () => wire.ListTagsForResourceRequest, () => wire.ListTagsForResourceResponse, List);
    }

    private ValueTask<EmptyResponse> Tag(TagResourceRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Required("resourceARN", request.ResourceARN).Required("tags", request.Tags).Enforce();
        Change(request.ResourceARN!, call, tags => tags.With(request.Tags));
        return new(new EmptyResponse());
    }

    private ValueTask<EmptyResponse> Untag(UntagResourceRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Required("resourceARN", request.ResourceARN).Required("tagKeys", request.TagKeys).Enforce();
        Change(request.ResourceARN!, call, tags => tags.RemoveRange(request.TagKeys!.OfType<string>()));
        return new(new EmptyResponse());
    }

    private ValueTask<ListTagsForResourceResponse> List(
        ListTagsForResourceRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Required("resourceARN", request.ResourceARN).Enforce();
        var (bus, rule) = Parse(request.ResourceARN!);
        var topology = store.Current(call.Scope);
        var tags = rule is null ? topology.RequireBus(bus).Tags : topology.RequireRule(bus, rule).Tags;
        return new(new ListTagsForResourceResponse([.. tags.Select(static tag => new TagEntry(tag.Key, tag.Value))]));
    }

    private void Change(
        string arn, CallContext call, Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change)
    {
        var (busName, ruleName) = Parse(arn);
        store.Update(call.Scope, topology =>
        {
            if (ruleName is null)
            {
                var bus = topology.RequireBus(busName);
                return topology.WithBus(bus with { Tags = change(bus.Tags) }, bus.Modified);
            }

            var rule = topology.RequireRule(busName, ruleName);
            return topology.WithRule(rule with { Tags = change(rule.Tags) }, clock.GetUtcNow());
        });
    }

    /// <summary>The bus and, of a rule's ARN, the rule.</summary>
    private static (string Bus, string? Rule) Parse(string arn)
    {
        if (Arn.TryParse(arn, out var parsed) && parsed.Service == "events")
        {
            switch (parsed.Resource.Split('/', 2))
            {
                case ["event-bus", var bus]:
                    return (bus, null);
                case ["rule", var rest]:
                    // Names of buses may have slashes, names of rules may not.
                    var slash = rest.LastIndexOf('/');
                    return slash < 0 ? (EventBus.Default, rest) : (rest[..slash], rest[(slash + 1)..]);
                default:
                    break;
            }
        }

        throw TopologyErrors.Validation($"Parameter {arn} is not valid. Reason: Provided Arn is not in correct format.");
    }
}
