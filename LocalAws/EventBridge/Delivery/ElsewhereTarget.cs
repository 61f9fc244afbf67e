using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Delivery;

/// <summary>Targets of services that are not part of this cloud: rules may name them, but nothing is there to take an event.</summary>
internal sealed class ElsewhereTarget : IImmediateTarget
{
    public TargetKind Kind => TargetKind.Elsewhere;

    public InvocationOutcome Deliver(EventDelivery delivery, string payload) => InvocationOutcome.Final(
        "NO_RESOURCE", $"The target {delivery.Target.Arn} does not exist: its service is not part of this cloud.");
}
