using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.SecretsManager;

/// <summary>A write to the secret store.</summary>
internal abstract record SecretChange(AwsScope Scope) : StateChange
{
    internal sealed record Written(AwsScope Scope, Secret Secret) : SecretChange(Scope);

    internal sealed record Deleted(AwsScope Scope, string Name) : SecretChange(Scope);
}
