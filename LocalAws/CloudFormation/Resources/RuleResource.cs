using System.Collections.Immutable;
using LocalAws.CloudFormation.Templates;
using LocalAws.EventBridge.Operations;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary>
/// <c>AWS::Events::Rule</c>. Rule and targets change in one step: while an update moves a target, each event goes to
/// the old one or to the new one, never to both and never to none.
/// </summary>
internal sealed class RuleResource(TopologyStore store, TimeProvider clock) : ResourceType(
    "AWS::Events::Rule",
    ["Arn"],
    [
        ("Name", Identity), ("EventBusName", Identity), ("EventPattern", Optional), ("ScheduleExpression", Optional), ("State", Optional),
        ("Description", Optional), ("RoleArn", Optional), ("Targets", Optional), ("Tags", Optional),
    ])
{
    /// <summary>Between bus and rule in the id of a rule on a custom bus.</summary>
    private const char Separator = '|';

    public override string NameProperty => "Name";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var name = properties.Text("Name") ?? context.GenerateName();
        var bus = BusChanges.BusName(properties.Text("EventBusName"));
        return Put(context, properties, bus, name, mayExist: false);
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties)
    {
        var (bus, name) = Split(existing.PhysicalId);
        return Put(context, properties, bus, name, mayExist: true);
    }

    public override void Delete(ResourceContext context, ResourceInstance existing)
    {
        var (bus, name) = Split(existing.PhysicalId);
        ResourceErrors.IgnoreMissing(() => store.Update(context.Scope, topology => topology
            .WithTargets(topology.RequireRule(bus, name), [], clock.GetUtcNow())
            .RemoveRule(bus, name, clock.GetUtcNow())));
    }

    private ResourceInstance Put(ResourceContext context, ResourceProperties properties, string bus, string name, bool mayExist)
    {
        var request = new PutRuleRequest(
            name,
            properties.Text("ScheduleExpression"),
            properties.Json("EventPattern"),
            properties.Text("State"),
            properties.Text("Description"),
            properties.Text("RoleArn"),
            bus,
            properties.Read("Tags", ResourceJson.Default.IReadOnlyListTagEntry));
        var targets = ReadTargets(properties);
        var id = bus == EventBus.Default ? name : $"{bus}{Separator}{name}";
        var topology = store.Update(context.Scope, topology =>
        {
            if (!mayExist && topology.RequireBus(bus).Rules.ContainsKey(name))
            {
                throw ResourceErrors.Exists(Name, id);
            }

            var now = clock.GetUtcNow();
            var changed = topology.PutRule(RuleOperations.Define(topology, request, now), now);
            // PutRule leaves the tags of a rule that exists as they are; a template does not.
            var rule = changed.RequireRule(bus, name) with { Tags = EventTopology.NoTags.With(request.Tags) };
            return changed.WithRule(rule, now).WithTargets(rule, targets, now);
        });
        return ResourceInstance.Of(id, ("Arn", topology.RequireRule(bus, name).Arn));
    }

    private static ImmutableArray<Target> ReadTargets(ResourceProperties properties)
    {
        var entries = properties.Read("Targets", ResourceJson.Default.IReadOnlyListTargetEntry) ?? [];
        if (entries.Count == 0)
        {
            return [];
        }

        TargetEntries.Check(entries);
        if (entries.Select(TargetEntries.FindUnknown).FirstOrDefault(static name => name is not null) is { } unknown)
        {
            throw TemplateErrors.Validation($"Model validation failed (#/Targets: extraneous key [{unknown}] is not permitted)");
        }

        return entries.Select(TargetEntries.Fault).FirstOrDefault(static fault => fault is not null) is { } refused
            ? throw TopologyErrors.Validation(refused)
            : [.. entries.Select(TargetEntries.Read)];
    }

    private static (string Bus, string Name) Split(string id) => id.Split(Separator, 2) is [var bus, var name] ? (bus, name) : (EventBus.Default, id);
}
