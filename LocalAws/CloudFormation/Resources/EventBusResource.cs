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
        ("KmsKeyIdentifier", Optional), ("DeadLetterConfig", Optional)])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var name = properties.RequireText("Name");
        var request = new CreateEventBusRequest(
            name,
            properties.Text("Description"),
            properties.Text("EventSourceName"),
            properties.Text("KmsKeyIdentifier"),
            properties.Read("DeadLetterConfig", ResourceJson.Default.DeadLetterConfigEntry),
            LogConfig: null,
            properties.Read("Tags", ResourceJson.Default.IReadOnlyListTagEntry));
        return Describe(
            store.Update(context.Scope, topology => topology.AddBus(
                BusOperations.Define(topology, request, clock.GetUtcNow()) with { Policy = properties.Json("Policy") })),
            name);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties) => Describe(
        store.Update(context.Scope, topology => topology.WithBus(
            topology.RequireBus(existing.PhysicalId) with { Description = properties.Text("Description"), Policy = properties.Json("Policy") }, clock.GetUtcNow())),
        existing.PhysicalId);

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        store.Update(context.Scope, topology => topology.RemoveBus(existing.PhysicalId));

    private static ResourceInstance Describe(EventTopology topology, string name) =>
        ResourceInstance.Of(name, ("Arn", topology.RequireBus(name).Arn), ("Name", name));
}
