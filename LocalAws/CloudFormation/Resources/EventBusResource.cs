using LocalAws.EventBridge.Operations;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::Events::EventBus</c>.</summary>
internal sealed class EventBusResource(TopologyStore store, TimeProvider clock) : ResourceType(
    "AWS::Events::EventBus",
    ["Arn", "Name"],
    [("Name", RequiredIdentity), ("Description", Optional), ("EventSourceName", Identity), ("Policy", Optional), ("Tags", Optional),
        ("KmsKeyIdentifier", Optional), ("DeadLetterConfig", Optional), ("LogConfig", Optional)])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var name = properties.RequireText("Name");
        return Describe(store.Update(context.Scope, topology => topology.AddBus(Define(topology, name, properties))), name);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties) => Describe(
        store.Update(context.Scope, topology =>
        {
            var defined = Define(topology, existing.PhysicalId, properties);
            return topology.WithBus(
                topology.RequireBus(existing.PhysicalId) with
                {
                    Description = defined.Description,
                    KmsKeyIdentifier = defined.KmsKeyIdentifier,
                    DeadLetterArn = defined.DeadLetterArn,
                    Logging = defined.Logging,
                    Policy = defined.Policy,
                    Tags = defined.Tags,
                },
                clock.GetUtcNow());
        }),
        existing.PhysicalId);

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        store.Update(context.Scope, topology => topology.RemoveBus(existing.PhysicalId));

    private EventBus Define(EventTopology topology, string name, ResourceProperties properties)
    {
        var request = new CreateEventBusRequest(
            name,
            properties.Text("Description"),
            properties.Text("EventSourceName"),
            properties.Text("KmsKeyIdentifier"),
            properties.Read("DeadLetterConfig", ResourceJson.Default.DeadLetterConfigEntry),
            properties.Read("LogConfig", ResourceJson.Default.LogConfigEntry),
            properties.Read("Tags", ResourceJson.Default.IReadOnlyListTagEntry));
        return BusOperations.Define(topology, request, clock.GetUtcNow()) with { Policy = properties.Json("Policy") };
    }

    private static ResourceInstance Describe(EventTopology topology, string name) =>
        ResourceInstance.Of(name, ("Arn", topology.RequireBus(name).Arn), ("Name", name));
}
