using System.Diagnostics;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Delivery;

/// <summary>One event on its way to one target. The target is that of the moment in which the event was matched.</summary>
internal sealed class EventDelivery(AwsScope scope, EventEnvelope envelope, Rule rule, Target target, ActivityContext trace)
{
    public AwsScope Scope { get; } = scope;

    public EventEnvelope Envelope { get; } = envelope;

    public Rule Rule { get; } = rule;

    public Target Target { get; } = target;

    /// <summary>The span that its hand-overs belong to.</summary>
    public ActivityContext Trace { get; } = trace;

    /// <summary>What stands for it among those that are under way; 0: nothing does.</summary>
    public long Number { get; set; }

    /// <summary>Hand-overs so far. Only one runs at a time.</summary>
    public int Attempts { get; set; }
}
