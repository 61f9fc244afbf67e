using System.Collections.Immutable;

namespace LocalAws.EventBridge.Topology;

/// <summary>What can be done to rules and their targets.</summary>
internal static class RuleChanges
{
    private const int MostTargets = 5;
    private const int MostRules = 300;

    public static Rule RequireRule(this EventTopology topology, string? bus, string name) =>
        topology.RequireBus(bus) is var found && found.Rules.TryGetValue(name, out var rule)
            ? rule
            : throw TopologyErrors.NoRule(name, found.Name);

    public static string RuleArn(this EventTopology topology, string bus, string name) =>
        topology.Arn(bus == EventBus.Default ? $"rule/{name}" : $"rule/{bus}/{name}");

    /// <summary>Adds the rule or replaces it; its targets stay as they are.</summary>
    public static EventTopology PutRule(this EventTopology topology, Rule rule, DateTimeOffset now)
    {
        var bus = topology.RequireBus(rule.Bus);
        var existing = bus.Rules.GetValueOrDefault(rule.Name);
        if (existing is null)
        {
            return bus.Rules.Count >= MostRules ? throw TopologyErrors.LimitExceeded() : topology.WithRule(rule, now);
        }

        // Tags of a rule that exists change by TagResource only; a schedule that stays goes on from where it began.
        existing.RequireUnmanaged(force: false);
        var goesOn = existing.Enabled && existing.ScheduleExpression == rule.ScheduleExpression;
        return topology.WithRule(
            rule with
            {
                Targets = existing.Targets,
                Tags = existing.Tags,
                ScheduledFrom = goesOn ? existing.ScheduledFrom : rule.ScheduledFrom,
            },
            now);
    }

    public static EventTopology RemoveRule(
        this EventTopology topology, string? busName, string name, DateTimeOffset now, bool force = false)
    {
        var bus = topology.RequireBus(busName);
        if (!bus.Rules.TryGetValue(name, out var rule))
        {
            // Deleting a rule that is not there succeeds, as in AWS.
            return topology;
        }

        rule.RequireUnmanaged(force);
        return rule.Targets.Length > 0
            ? throw TopologyErrors.Validation("Rule can't be deleted since it has targets.")
            : topology.WithBus(bus with { Rules = bus.Rules.Remove(name) }, now);
    }

    public static EventTopology EnableRule(this EventTopology topology, string? bus, string name, bool enabled, DateTimeOffset now)
    {
        var rule = topology.RequireRule(bus, name);
        rule.RequireUnmanaged(force: false);
        return topology.WithRule(rule with { Enabled = enabled, ScheduledFrom = rule.Enabled ? rule.ScheduledFrom : now }, now);
    }

    /// <summary>Adds targets; one with the id of another replaces it.</summary>
    public static EventTopology PutTargets(this EventTopology topology, string? bus, string name, IEnumerable<Target> targets, DateTimeOffset now)
    {
        var rule = topology.RequireRule(bus, name);
        rule.RequireUnmanaged(force: false);
        return topology.WithTargets(rule, targets.Aggregate(rule.Targets, Put), now);
    }

    public static EventTopology RemoveTargets(
        this EventTopology topology, string? bus, string name, IReadOnlyCollection<string> ids, DateTimeOffset now, bool force = false)
    {
        var rule = topology.RequireRule(bus, name);
        rule.RequireUnmanaged(force);
        return topology.WithTargets(rule, rule.Targets.RemoveAll(target => ids.Contains(target.Id)), now);
    }

    /// <summary>Replaces all targets of the rule at once: an event sees either the old ones or the new ones.</summary>
    public static EventTopology WithTargets(this EventTopology topology, Rule rule, ImmutableArray<Target> targets, DateTimeOffset now) =>
        targets.Length > MostTargets ? throw TopologyErrors.LimitExceeded() : topology.WithRule(rule with { Targets = targets }, now);

    /// <summary>The rule as it is from now on, be it new or not.</summary>
    public static EventTopology WithRule(this EventTopology topology, Rule rule, DateTimeOffset now)
    {
        var bus = topology.RequireBus(rule.Bus);
        return topology.WithBus(bus with { Rules = bus.Rules.SetItem(rule.Name, rule) }, now);
    }

    private static void RequireUnmanaged(this Rule rule, bool force)
    {
        if (rule.ManagedBy is not null && !force)
        {
            throw TopologyErrors.Managed(rule.Name);
        }
    }

    private static ImmutableArray<Target> Put(ImmutableArray<Target> targets, Target target)
    {
        for (var index = 0; index < targets.Length; index++)
        {
            if (targets[index].Id == target.Id)
            {
                return targets.SetItem(index, target);
            }
        }

        return targets.Add(target);
    }
}
