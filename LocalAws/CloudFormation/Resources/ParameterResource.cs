using System.Collections.Immutable;
using LocalAws.Ssm;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SSM::Parameter</c>.</summary>
internal sealed class ParameterResource(SsmStore parameters, TimeProvider clock) : ResourceType(
    "AWS::SSM::Parameter",
    ["Type", "Value"],
    [
        ("Name", Identity), ("Type", Required), ("Value", Required), ("Description", Optional), ("AllowedPattern", Optional),
        ("DataType", Optional), ("Tier", Optional), ("Policies", Optional), ("Tags", Optional),
    ])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties) =>
        Put(context, properties, properties.Text("Name") ?? context.GenerateName(), overwrite: false);

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties) =>
        Put(context, properties, existing.PhysicalId, overwrite: true);

    public override void Delete(ResourceContext context, ResourceInstance existing) => parameters.Delete(context.Scope, existing.PhysicalId);

    private ResourceInstance Put(ResourceContext context, ResourceProperties properties, string name, bool overwrite)
    {
        var parameter = parameters.Put(context.Scope, new NewParameter(name, properties.RequireText("Value"))
        {
            Type = properties.RequireText("Type"),
            Description = properties.Text("Description"),
            AllowedPattern = properties.Text("AllowedPattern"),
            DataType = properties.Text("DataType"),
            Tier = properties.Text("Tier"),
            // What the template no longer has goes away.
            Policies = ParameterPolicies.Read(properties.Json("Policies"), clock.GetUtcNow()) ?? [],
            Overwrite = overwrite,
        });
        parameters.Tag(context.Scope, name, _ => properties.Tags().ToImmutableSortedDictionary(StringComparer.Ordinal));
        return ResourceInstance.Of(name, ("Type", parameter.Type), ("Value", parameter.Value));
    }
}
