using System.Buffers;
using System.Diagnostics;
using System.Text.Json.Serialization;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;
using LocalAws.State;
using ServiceDefaults.Telemetry;

namespace LocalAws.EventBridge.Delivery;

/// <summary>A write to what is under way.</summary>
/// <param name="Number">The delivery.</param>
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Settled), "settled")]
internal abstract record DeliveryChange(long Number) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Deliveries;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, DeliveryChangeJson.Default.DeliveryChange);

    /// <summary>An event is on its way to a target.</summary>
    internal sealed record Accepted(
        long Number, AwsScope Scope, string Bus, string Rule, string Target, string EventId, DateTimeOffset At, ReadOnlyMemory<byte> Event, string? Trace)
        : DeliveryChange(Number)
    {
        public static Accepted Of(EventDelivery delivery) => new(
            delivery.Number,
            delivery.Scope,
            delivery.Rule.Bus,
            delivery.Rule.Name,
            delivery.Target.Id,
            delivery.Envelope.Id,
            delivery.Envelope.Accepted,
            delivery.Envelope.Json,
            delivery.Trace == default ? null : XRayTraceHeader.Format(delivery.Trace));

        /// <summary>The same, if its rule and target are still there.</summary>
        public EventDelivery? Find(EventTopology topology)
        {
            if (topology.Buses.GetValueOrDefault(Bus)?.Rules.GetValueOrDefault(Rule) is not { } rule
                || rule.Targets.FirstOrDefault(target => target.Id == Target) is not { } target)
            {
                return null;
            }

            var trace = XRayTraceHeader.TryParse(Trace, out var context) ? context : default(ActivityContext);
            return new EventDelivery(Scope, new EventEnvelope(EventId, At, Event), rule, target, trace) { Number = Number };
        }
    }

    /// <summary>It is delivered or given up.</summary>
    internal sealed record Settled(long Number) : DeliveryChange(Number);
}

/// <summary>The changes of deliveries as JSON.</summary>
[JsonSerializable(typeof(DeliveryChange))]
internal sealed partial class DeliveryChangeJson : JsonSerializerContext;
