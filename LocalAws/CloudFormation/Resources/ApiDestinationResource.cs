using LocalAws.EventBridge.Operations;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::Events::ApiDestination</c>.</summary>
internal sealed class ApiDestinationResource(TopologyStore store, TimeProvider clock) : ResourceType(
    "AWS::Events::ApiDestination",
    ["Arn", "ArnForPolicy"],
    [
        ("Name", Identity), ("ConnectionArn", Required), ("InvocationEndpoint", Required), ("HttpMethod", Required),
        ("InvocationRateLimitPerSecond", Optional), ("Description", Optional),
    ])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var request = Read(properties, properties.Text("Name") ?? context.GenerateName());
        return Describe(
            store.Update(context.Scope, topology => topology.AddApiDestination(ApiDestinationOperations.Define(topology, request, clock.GetUtcNow()))),
            request.Name!);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        var request = Read(properties, existing.PhysicalId);
        return Describe(
            store.Update(context.Scope, topology => topology.WithApiDestination(
                ApiDestinationOperations.Change(topology.RequireApiDestination(existing.PhysicalId), request, clock.GetUtcNow()))),
            existing.PhysicalId);
    }

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        ResourceErrors.IgnoreMissing(() => store.Update(context.Scope, topology => topology.RemoveApiDestination(existing.PhysicalId)));

    private static ApiDestinationRequest Read(ResourceProperties properties, string name) => new(
        name,
        properties.Text("Description"),
        properties.RequireText("ConnectionArn"),
        properties.RequireText("InvocationEndpoint"),
        properties.RequireText("HttpMethod"),
        properties.Number("InvocationRateLimitPerSecond") ?? ApiDestination.DefaultRateLimit);

    private static ResourceInstance Describe(EventTopology topology, string name)
    {
        var arn = topology.RequireApiDestination(name).Arn;
        return ResourceInstance.Of(name, ("Arn", arn), ("ArnForPolicy", arn[..arn.LastIndexOf('/')]));
    }
}
