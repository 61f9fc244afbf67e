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
        topology.Buses.ContainsKey(name)
            ? throw TopologyErrors.AlreadyExists($"Event bus {name}")
            : topology.WithBus(new EventBus(name, topology.Arn($"event-bus/{name}"), description, now), now);

    public static EventTopology RemoveBus(this EventTopology topology, string name)
    {
        if (name == EventBus.Default)
        {
            throw TopologyErrors.Validation("Cannot delete event bus default.");
        }

        // Deleting a bus that is not there succeeds, as in AWS.
        return topology.Buses.GetValueOrDefault(name) is { Rules.Count: > 0 }
            ? throw TopologyErrors.Validation("Event bus can't be deleted since it has rules.")
            : topology with { Buses = topology.Buses.Remove(name) };
    }

    public static EventTopology WithBus(this EventTopology topology, EventBus bus, DateTimeOffset now) =>
        topology with { Buses = topology.Buses.SetItem(bus.Name, bus with { Modified = now }) };
}
