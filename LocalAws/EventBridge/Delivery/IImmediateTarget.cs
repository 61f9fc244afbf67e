using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// A kind of target within this process that never makes anybody wait: it takes an event before PutEvents is answered,
/// so what it keeps is kept as durably as the answer says.
/// </summary>
internal interface IImmediateTarget
{
    TargetKind Kind { get; }

    /// <summary>Hands over once. It does not throw for what a target may do, and a failure is final.</summary>
    InvocationOutcome Deliver(EventDelivery delivery, string payload);
}
