using LocalAws.EventBridge.Operations;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::Events::Connection</c>.</summary>
internal sealed class ConnectionResource(TopologyStore store, TimeProvider clock) : ResourceType(
    "AWS::Events::Connection",
    ["Arn", "ArnForPolicy", "SecretArn"],
    [("Name", Identity), ("AuthorizationType", Optional), ("AuthParameters", Optional), ("Description", Optional)])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var request = Read(properties, properties.Text("Name") ?? context.GenerateName());
        return Describe(
            store.Update(context.Scope, topology => topology.AddConnection(ConnectionOperations.Define(topology, request, clock.GetUtcNow()))),
            request.Name!);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        var request = Read(properties, existing.PhysicalId);
        return Describe(
            store.Update(context.Scope, topology => topology.WithConnection(
                ConnectionOperations.Change(topology.RequireConnection(existing.PhysicalId), request, clock.GetUtcNow()))),
            existing.PhysicalId);
    }

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        ResourceErrors.IgnoreMissing(() => store.Update(context.Scope, topology => topology.RemoveConnection(existing.PhysicalId)));

    private static ConnectionRequest Read(ResourceProperties properties, string name) => new(
        name,
        properties.Text("Description"),
        properties.Text("AuthorizationType"),
        properties.Read("AuthParameters", ResourceJson.Default.AuthParametersEntry));

    private static ResourceInstance Describe(EventTopology topology, string name)
    {
        var connection = topology.RequireConnection(name);
        return ResourceInstance.Of(
            name,
            ("Arn", connection.Arn),
            ("ArnForPolicy", connection.Arn[..connection.Arn.LastIndexOf('/')]),
            ("SecretArn", connection.SecretArn));
    }
}
