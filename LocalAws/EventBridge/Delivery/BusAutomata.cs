using System.Collections.Concurrent;
using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Patterns.Matching;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Delivery;

/// <summary>
/// The automaton of each bus, compiled from its enabled rules when an event comes that finds them changed. A change that
/// leaves the patterns as they are, such as one of targets, compiles nothing.
/// </summary>
internal sealed class BusAutomata : IDisposable
{
    private readonly ConcurrentDictionary<string, BusAutomaton> _byArn = new(StringComparer.Ordinal);
    private readonly TopologyStore _topology;

    public BusAutomata(TopologyStore topology)
    {
        _topology = topology;
        topology.Changed += Keep;
    }

    /// <summary>The rules of the bus that the event matches, in the order of their names.</summary>
    public IEnumerable<Rule> Match(EventBus bus, ReadOnlySpan<byte> json)
    {
        var automaton = _byArn.TryGetValue(bus.Arn, out var known) && ReferenceEquals(known.Bus.Rules, bus.Rules) ? known : Renew(bus, known);
        var matched = automaton.Automaton.Match(json);
        return matched.Length == 0 ? [] : matched.Select(rule => automaton.Rules[rule]);
    }

    /// <summary>How many buses have one.</summary>
    public int Count => _byArn.Count;

    public void Dispose() => _topology.Changed -= Keep;

    /// <summary>Forgets the buses of a Region that are gone.</summary>
    private void Keep(EventTopology topology)
    {
        var prefix = topology.Arn("event-bus/");
        foreach (var arn in _byArn.Keys.Where(arn =>
            arn.StartsWith(prefix, StringComparison.Ordinal) && !topology.Buses.ContainsKey(arn[prefix.Length..])))
        {
            _byArn.TryRemove(arn, out _);
        }
    }

    private BusAutomaton Renew(EventBus bus, BusAutomaton? before)
    {
        Rule[] rules = [.. bus.Rules.Values.Where(static rule => rule is { Enabled: true, Compiled: not null })];
        EventPattern[] patterns = [.. rules.Select(static rule => rule.Compiled!.Pattern)];
        var automaton = before is not null && before.Patterns.SequenceEqual(patterns, ReferenceEqualityComparer.Instance)
            ? before.Automaton
            : RuleAutomaton.Compile(patterns);
        // Two events may do this at once, and the later one wins, whichever state it saw: the next event looks again.
        return _byArn[bus.Arn] = new BusAutomaton(bus, rules, patterns, automaton);
    }

    /// <param name="Bus">The state of the bus that this is of.</param>
    /// <param name="Rules">By their numbers in the automaton.</param>
    /// <param name="Patterns">Theirs.</param>
    private sealed record BusAutomaton(EventBus Bus, Rule[] Rules, EventPattern[] Patterns, RuleAutomaton Automaton);
}
