using System.Collections.Immutable;
using LocalAws.CloudFormation.Templates;
using LocalAws.SecretsManager;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::SecretsManager::Secret</c>, with its value given or generated.</summary>
internal sealed class SecretResource(SecretStore secrets) : ResourceType(
    "AWS::SecretsManager::Secret",
    ["Id"],
    [
        ("Name", Identity), ("SecretString", Optional), (Generation, Optional), ("Description", Optional), ("KmsKeyId", Optional),
        ("Tags", Optional),
    ])
{
    private const string Generation = "GenerateSecretString";

    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var secret = secrets.Create(context.Scope, new NewSecret(properties.Text("Name") ?? context.GenerateName())
        {
            Value = ReadValue(properties),
            Description = properties.Text("Description"),
            KmsKeyId = properties.Text("KmsKeyId"),
            Tags = properties.Tags(),
        });
        return ResourceInstance.Of(secret.Arn, ("Id", secret.Arn));
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        // A value that is generated in the same way as before is not generated again.
        var before = new ResourceProperties(existing.Properties);
        if ((properties.Text("SecretString") != before.Text("SecretString") || properties.Json(Generation) != before.Json(Generation))
            && ReadValue(properties) is { } value)
        {
            secrets.PutValue(context.Scope, existing.PhysicalId, value);
        }

        secrets.Change(context.Scope, existing.PhysicalId, secret => secret with
        {
            Description = properties.Text("Description"),
            KmsKeyId = properties.Text("KmsKeyId"),
            Tags = properties.Tags().ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        return existing;
    }

    private static SecretValue? ReadValue(ResourceProperties properties) =>
        (properties.Text("SecretString"), properties.Read(Generation, ResourceJson.Default.SecretGeneration)) switch
        {
            (null, null) => null,
            ({ } text, null) => new SecretValue(text),
            (null, { } generation) => generation.Make(),
            _ => throw TemplateErrors.Validation("SecretString and GenerateSecretString cannot be given together."),
        };

    public override void Delete(ResourceContext context, ResourceInstance existing) =>
        ResourceErrors.IgnoreMissing(() => secrets.Delete(context.Scope, existing.PhysicalId));
}
