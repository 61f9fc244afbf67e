using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Archives;

/// <summary>Puts events into the archive whose rule matched them.</summary>
internal sealed class ArchiveTarget(ArchiveStore archives, TopologyStore topology) : IImmediateTarget
{
    public TargetKind Kind => TargetKind.Archive;

    public InvocationOutcome Deliver(EventDelivery delivery, string payload)
    {
        var name = ArchiveRules.NameOf(delivery.Target.Arn);
        if (!topology.Current(delivery.Scope).Archives.ContainsKey(name))
        {
            return InvocationOutcome.Final("NO_RESOURCE", $"The archive {name} does not exist.");
        }

        archives.Add(new ArchiveKey(delivery.Scope, name), delivery.Envelope);
        return InvocationOutcome.Delivered;
    }
}
