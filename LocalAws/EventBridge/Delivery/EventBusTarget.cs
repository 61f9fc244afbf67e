using System.Text.Json;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// Hands events over to an event bus of the same account. Without a transformation the event stays what it is, its id
/// included. Buses may lead back to each other, so hand-overs in a row are bounded.
/// </summary>
internal sealed class EventBusTarget(TopologyStore topology, Lazy<EventRouter> router) : IImmediateTarget
{
    private const int MostHops = 5;

    public TargetKind Kind => TargetKind.EventBus;

    public InvocationOutcome Deliver(EventDelivery delivery, string payload)
    {
        var target = delivery.Target;
        if (!Arn.TryParse(target.Arn, out var arn) || arn.Scope.Account != delivery.Scope.Account)
        {
            return InvocationOutcome.Final("CROSS_ACCOUNT_INGESTION_FAILED", $"The event bus {target.Arn} is of another account.");
        }

        if (!topology.Current(arn.Scope).Buses.ContainsKey(BusChanges.BusName(target.Arn)))
        {
            return InvocationOutcome.Final("NO_RESOURCE", $"The event bus {target.Arn} does not exist.");
        }

        if (delivery.Envelope.Hops >= MostHops)
        {
            return InvocationOutcome.Final("HOP_LIMIT_EXCEEDED", $"The event went over {MostHops} event buses already.");
        }

        var json = target is { Input: null, InputPath: null, InputTransformer: null } ? delivery.Envelope.Json : Wrap(delivery, payload);
        if (json.IsEmpty)
        {
            return InvocationOutcome.Final("INVALID_EVENT", "The target's input gives no event: it has no source, detail-type and detail.");
        }

        var envelope = new EventEnvelope(delivery.Envelope.Id, delivery.Envelope.Accepted, json) { Hops = delivery.Envelope.Hops + 1 };
        router.Value.Route(arn.Scope, target.Arn, envelope, delivery.Trace);
        return InvocationOutcome.Delivered;
    }

    /// <summary>The event that a transformed payload is; empty: it is none.</summary>
    private static ReadOnlyMemory<byte> Wrap(EventDelivery delivery, string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            using var original = JsonDocument.Parse(delivery.Envelope.Json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || Text(root, "source") is not { Length: > 0 } source
                || Text(root, "detail-type") is not { Length: > 0 } type
                || !root.TryGetProperty("detail", out var detail)
                || detail.ValueKind != JsonValueKind.Object)
            {
                return default;
            }

            var first = original.RootElement;
            var head = new EventHead(
                delivery.Envelope.Id, type, source, Text(first, "account")!, Text(first, "time")!, Text(first, "region")!);
            return EventEnvelope.Write(head, Resources(root), detail, payload.Length);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Resources(JsonElement root) =>
        root.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
            ? [.. resources.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)]
            : [];
}
