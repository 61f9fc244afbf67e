using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.Ssm;

/// <summary>A write to the parameter store.</summary>
[JsonDerivedType(typeof(Put), "put")]
[JsonDerivedType(typeof(Deleted), "deleted")]
[JsonDerivedType(typeof(Tagged), "tagged")]
internal abstract record ParameterChange(AwsScope Scope) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Parameters;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, ParameterChangeJson.Default.ParameterChange);

    /// <summary>A version is new, or its labels are others.</summary>
    internal sealed record Put(AwsScope Scope, Parameter Parameter) : ParameterChange(Scope);

    internal sealed record Deleted(AwsScope Scope, string Name) : ParameterChange(Scope);

    /// <summary>All tags that a parameter has from now on.</summary>
    internal sealed record Tagged(AwsScope Scope, string Name, ImmutableSortedDictionary<string, string> Tags) : ParameterChange(Scope);
}

/// <summary>The parameter store's changes as JSON.</summary>
[JsonSerializable(typeof(ParameterChange))]
internal sealed partial class ParameterChangeJson : JsonSerializerContext;
