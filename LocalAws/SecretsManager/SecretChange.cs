using System.Buffers;
using System.Text.Json.Serialization;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.SecretsManager;

/// <summary>A write to the secret store.</summary>
[JsonDerivedType(typeof(Written), "written")]
[JsonDerivedType(typeof(Deleted), "deleted")]
internal abstract record SecretChange(AwsScope Scope) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Secrets;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, SecretChangeJson.Default.SecretChange);

    internal sealed record Written(AwsScope Scope, Secret Secret) : SecretChange(Scope);

    internal sealed record Deleted(AwsScope Scope, string Name) : SecretChange(Scope);
}

/// <summary>The secret store's changes as JSON.</summary>
[JsonSerializable(typeof(SecretChange))]
internal sealed partial class SecretChangeJson : JsonSerializerContext;
