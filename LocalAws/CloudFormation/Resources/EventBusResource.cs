using LocalAws.EventBridge.Topology;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::Events::EventBus</c>.</summary>
internal sealed class EventBusResource(TopologyStore store, TimeProvider clock) : ResourceType(
    "AWS::Events::EventBus",
    ["Arn", "Name"],
    [("Name", RequiredIdentity), ("Description", Optional), ("EventSourceName", Identity), ("Policy", Optional), ("Tags", Optional)])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var name = properties.RequireText("Name");
        return Describe(store.Update(context.Scope, topology => topology.AddBus(name, properties.Text("Description"), clock.GetUtcNow())), name);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties) => Describe(
        store.Update(context.Scope, topology => topology.WithBus(
            topology.RequireBus(existing.PhysicalId) with { Description = properties.Text("Description") }, clock.GetUtcNow())),
        existing.PhysicalId);

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        store.Update(context.Scope, topology => topology.RemoveBus(existing.PhysicalId));

    private static ResourceInstance Describe(EventTopology topology, string name) =>
        ResourceInstance.Of(name, ("Arn", topology.RequireBus(name).Arn), ("Name", name));
}
