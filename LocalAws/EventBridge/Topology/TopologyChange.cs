using System.Buffers;
using System.Collections.Immutable;
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

/// <summary>What became of a topology, as changes, and changes as what becomes of a topology.</summary>
internal static class TopologyHistory
{
    /// <summary>The changes that lead from one topology of a Region to another.</summary>
    public static IEnumerable<TopologyChange> Between(EventTopology before, EventTopology after)
    {
        var scope = after.Scope;
        return
        [
            .. Difference(
                before.Connections,
                after.Connections,
                connection => new TopologyChange.ConnectionPut(scope, connection),
                name => new TopologyChange.ConnectionRemoved(scope, name)),
            .. Difference(
                before.ApiDestinations,
                after.ApiDestinations,
                destination => new TopologyChange.ApiDestinationPut(scope, destination),
                name => new TopologyChange.ApiDestinationRemoved(scope, name)),
            .. Difference(
                before.Buses,
                after.Buses,
                bus => new TopologyChange.BusPut(scope, bus with { Rules = bus.Rules.Clear() }),
                name => new TopologyChange.BusRemoved(scope, name)),
            .. after.Buses.Values.SelectMany(bus => Difference(
                before.Buses.GetValueOrDefault(bus.Name)?.Rules ?? bus.Rules.Clear(),
                bus.Rules,
                rule => new TopologyChange.RulePut(scope, rule),
                name => new TopologyChange.RuleRemoved(scope, bus.Name, name))),
        ];
    }

    /// <summary>The topology after a change; what the change is about need not be there.</summary>
    public static EventTopology After(this EventTopology topology, TopologyChange change) => change switch
    {
        TopologyChange.ConnectionPut put =>
            topology with { Connections = topology.Connections.SetItem(put.Connection.Name, put.Connection) },
        TopologyChange.ConnectionRemoved removed => topology with { Connections = topology.Connections.Remove(removed.Name) },
        TopologyChange.ApiDestinationPut put =>
            topology with { ApiDestinations = topology.ApiDestinations.SetItem(put.Destination.Name, put.Destination) },
        TopologyChange.ApiDestinationRemoved removed => topology with { ApiDestinations = topology.ApiDestinations.Remove(removed.Name) },
        TopologyChange.BusPut put => topology with
        {
            Buses = topology.Buses.SetItem(
                put.Bus.Name, put.Bus with { Rules = topology.Buses.GetValueOrDefault(put.Bus.Name)?.Rules ?? NoRules }),
        },
        TopologyChange.BusRemoved removed => topology with { Buses = topology.Buses.Remove(removed.Name) },
        TopologyChange.RulePut { Rule: var rule } => topology.WithRules(rule.Bus, rules => rules.SetItem(rule.Name, Compile(rule))),
        TopologyChange.RuleRemoved removed => topology.WithRules(removed.Bus, rules => rules.Remove(removed.Name)),
        _ => throw new InvalidDataException($"{change.GetType().Name} is no change of a topology."),
    };

    private static ImmutableSortedDictionary<string, Rule> NoRules { get; } =
        ImmutableSortedDictionary.Create<string, Rule>(StringComparer.Ordinal);

    private static EventTopology WithRules(
        this EventTopology topology, string name, Func<ImmutableSortedDictionary<string, Rule>, ImmutableSortedDictionary<string, Rule>> change) =>
        topology.Buses.TryGetValue(name, out var bus)
            ? topology with { Buses = topology.Buses.SetItem(name, bus with { Rules = change(bus.Rules) }) }
            : topology;

    private static Rule Compile(Rule rule) => rule with { Compiled = CompiledPattern.Compile(PatternParser.Parse(rule.Pattern)) };

    private static IEnumerable<TopologyChange> Difference<T>(
        ImmutableSortedDictionary<string, T> before,
        ImmutableSortedDictionary<string, T> after,
        Func<T, TopologyChange> put,
        Func<string, TopologyChange> removed)
        where T : class => ReferenceEquals(before, after)
        ? []
        : after.Where(now => !before.TryGetValue(now.Key, out var was) || !ReferenceEquals(was, now.Value)).Select(now => put(now.Value))
            .Concat(before.Keys.Where(name => !after.ContainsKey(name)).Select(removed));
}
