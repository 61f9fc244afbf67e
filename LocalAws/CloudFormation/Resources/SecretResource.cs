using System.Collections.Immutable;
using LocalAws.SecretsManager;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SecretsManager::Secret</c>, with its value given: values are not generated here.</summary>
internal sealed class SecretResource(SecretStore secrets) : ResourceType(
    "AWS::SecretsManager::Secret",
    ["Id"],
    [("Name", Identity), ("SecretString", Optional), ("Description", Optional), ("KmsKeyId", Optional), ("Tags", Optional)])
{
    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var secret = secrets.Create(context.Scope, new NewSecret(properties.Text("Name") ?? context.GenerateName())
        {
            Value = properties.Text("SecretString") is { } text ? new SecretValue(text) : null,
            Description = properties.Text("Description"),
            KmsKeyId = properties.Text("KmsKeyId"),
            Tags = properties.Tags(),
        });
        return ResourceInstance.Of(secret.Arn, ("Id", secret.Arn));
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        var value = properties.Text("SecretString");
        if (value is not null && value != new ResourceProperties(existing.Properties).Text("SecretString"))
        {
            secrets.PutValue(context.Scope, existing.PhysicalId, new SecretValue(value));
        }

        secrets.Change(context.Scope, existing.PhysicalId, secret => secret with
        {
            Description = properties.Text("Description"),
            KmsKeyId = properties.Text("KmsKeyId"),
            Tags = properties.Tags().ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        return existing;
    }

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        ResourceErrors.IgnoreMissing(() => secrets.Delete(context.Scope, existing.PhysicalId));
}
