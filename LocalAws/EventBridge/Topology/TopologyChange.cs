using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.EventBridge.Patterns;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.EventBridge.Topology;

/// <summary>A write to the topology of a Region.</summary>
[JsonDerivedType(typeof(BusPut), "bus")]
[JsonDerivedType(typeof(BusRemoved), "busRemoved")]
[JsonDerivedType(typeof(RulePut), "rule")]
[JsonDerivedType(typeof(RuleRemoved), "ruleRemoved")]
[JsonDerivedType(typeof(ConnectionPut), "connection")]
[JsonDerivedType(typeof(ConnectionRemoved), "connectionRemoved")]
[JsonDerivedType(typeof(ApiDestinationPut), "apiDestination")]
[JsonDerivedType(typeof(ApiDestinationRemoved), "apiDestinationRemoved")]
internal abstract record TopologyChange(AwsScope Scope) : StateChange
{
    [JsonIgnore]
    public override StatePartId Part => StatePartId.Events;

    public override void Encode(IBufferWriter<byte> target) => JsonChange.Write(target, this, TopologyChangeJson.Default.TopologyChange);

    /// <summary>A bus, without its rules: those of the bus that is there stay.</summary>
    internal sealed record BusPut(AwsScope Scope, EventBus Bus) : TopologyChange(Scope);

    internal sealed record BusRemoved(AwsScope Scope, string Name) : TopologyChange(Scope);

    /// <summary>A rule with its targets.</summary>
    internal sealed record RulePut(AwsScope Scope, Rule Rule) : TopologyChange(Scope);

    internal sealed record RuleRemoved(AwsScope Scope, string Bus, string Name) : TopologyChange(Scope);

    internal sealed record ConnectionPut(AwsScope Scope, Connection Connection) : TopologyChange(Scope);

    internal sealed record ConnectionRemoved(AwsScope Scope, string Name) : TopologyChange(Scope);

    internal sealed record ApiDestinationPut(AwsScope Scope, ApiDestination Destination) : TopologyChange(Scope);

    internal sealed record ApiDestinationRemoved(AwsScope Scope, string Name) : TopologyChange(Scope);
}

/// <summary>The topology's changes as JSON.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(DerivedConverter<CompiledPattern>)])]
[JsonSerializable(typeof(TopologyChange))]
internal sealed partial class TopologyChangeJson : JsonSerializerContext;

/// <summary>A value that follows from its neighbours: it is left out, and whoever reads computes it anew.</summary>
internal sealed class DerivedConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNullValue();
}
