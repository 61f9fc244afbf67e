using System.Diagnostics;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Delivery;

/// <summary>Matches events against the rules of a bus and queues them for the targets.</summary>
internal sealed partial class EventRouter(
    TopologyStore topology,
    BusAutomata automata,
    DeliveryDispatcher dispatcher,
    EventBridgeTelemetry telemetry,
    ILogger<EventRouter> logger)
{
    /// <summary>
    /// Takes an event. It is matched against one state of the topology: whoever changes rules or targets meanwhile,
    /// the event goes either by the old ones or by the new ones.
    /// </summary>
    public void Route(AwsScope scope, string? busName, EventEnvelope envelope, ActivityContext trace)
    {
        var name = BusChanges.BusName(busName);
        if (!topology.Current(scope).Buses.TryGetValue(name, out var bus))
        {
            // AWS takes such an event too, and it is gone.
            LogUnknownBus(logger, envelope.Id, name);
            return;
        }

        var matched = false;
        foreach (var rule in automata.Match(bus, envelope.Json.Span))
        {
            matched = true;
            Send(scope, envelope, rule, trace);
        }

        if (matched)
        {
            telemetry.Matched();
        }
    }

    /// <summary>Hands an event over to the targets of a rule.</summary>
    public void Send(AwsScope scope, EventEnvelope envelope, Rule rule, ActivityContext trace)
    {
        if (!envelope.OnlyRules.IsEmpty && !envelope.OnlyRules.Contains(rule.Arn))
        {
            return;
        }

        using var span = telemetry.Start($"rule {rule.Name}", ActivityKind.Internal, trace);
        span?.SetTag("aws.events.rule", rule.Name);
        span?.SetTag("aws.events.bus", rule.Bus);
        span?.SetTag("aws.events.event_id", envelope.Id);
        foreach (var target in rule.Targets)
        {
            dispatcher.Send(new EventDelivery(scope, envelope, rule, target, span?.Context ?? trace));
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "Event {Event} was put to the event bus {Bus}, which does not exist: it is gone")]
    private static partial void LogUnknownBus(ILogger logger, string @event, string bus);
}
