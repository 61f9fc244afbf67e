namespace LocalAws.EventBridge.Topology;

/// <summary>What can be done to event buses.</summary>
internal static class BusChanges
{
    private const string ArnResource = ":event-bus/";

    /// <summary>The bus that a request means by a name or an ARN; none given: the default bus.</summary>
    public static EventBus RequireBus(this EventTopology topology, string? nameOrArn)
    {
        var name = BusName(nameOrArn);
        return topology.Buses.GetValueOrDefault(name) ?? throw TopologyErrors.NoBus(name);
    }

    /// <summary>The name in a bus name or an ARN.</summary>
    public static string BusName(string? nameOrArn)
    {
        var name = string.IsNullOrEmpty(nameOrArn) ? EventBus.Default : nameOrArn;
        var resource = name.IndexOf(ArnResource, StringComparison.Ordinal);
        return name.StartsWith("arn:", StringComparison.Ordinal) && resource >= 0 ? name[(resource + ArnResource.Length)..] : name;
    }

    public static EventTopology AddBus(this EventTopology topology, string name, string? description, DateTimeOffset now) =>
        topology.AddBus(new EventBus(name, topology.Arn($"event-bus/{name}"), description, now));

    public static EventTopology AddBus(this EventTopology topology, EventBus bus) =>
        topology.Buses.ContainsKey(bus.Name)
            ? throw TopologyErrors.AlreadyExists($"Event bus {bus.Name}")
            : topology.WithBus(bus, bus.Created);

    public static EventTopology RemoveBus(this EventTopology topology, string name)
    {
        if (name == EventBus.Default)
        {
            throw TopologyErrors.Validation("Cannot delete event bus default.");
        }

        // Deleting a bus that is not there succeeds, as in AWS. The rules of archives go with it.
        return topology.Buses.GetValueOrDefault(name) is { } bus && bus.Rules.Values.Any(static rule => rule.ManagedBy is null)
            ? throw TopologyErrors.Validation("Event bus can't be deleted since it has rules.")
            : topology with { Buses = topology.Buses.Remove(name) };
    }

    public static EventTopology WithBus(this EventTopology topology, EventBus bus, DateTimeOffset now) =>
        topology with { Buses = topology.Buses.SetItem(bus.Name, bus with { Modified = now }) };
}
