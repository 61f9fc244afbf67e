using LocalAws.EventBridge.Operations;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::Events::Connection</c>.</summary>
internal sealed class ConnectionResource(ConnectionDirectory connections) : ResourceType(
    "AWS::Events::Connection",
    ["Arn", "ArnForPolicy", "SecretArn"],
    [("Name", Identity), ("AuthorizationType", Optional), ("AuthParameters", Optional), ("Description", Optional)])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties) =>
        Describe(connections.Create(context.Scope, Read(properties, properties.Text("Name") ?? context.GenerateName())));

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties) =>
        Describe(connections.Update(context.Scope, Read(properties, existing.PhysicalId)));

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        ResourceErrors.IgnoreMissing(() => connections.Delete(context.Scope, existing.PhysicalId));

    private static ConnectionRequest Read(ResourceProperties properties, string name) => new(
        name,
        properties.Text("Description"),
        properties.Text("AuthorizationType"),
        properties.Read("AuthParameters", ResourceJson.Default.AuthParametersEntry));

    private static ResourceInstance Describe(Connection connection) => ResourceInstance.Of(
        connection.Name,
        ("Arn", connection.Arn),
        ("ArnForPolicy", connection.Arn[..connection.Arn.LastIndexOf('/')]),
        ("SecretArn", connection.SecretArn));
}
