namespace LocalAws.EventBridge.Topology;

/// <summary>What can be done to connections and API destinations.</summary>
internal static class DestinationChanges
{
    public static Connection RequireConnection(this EventTopology topology, string name) =>
        topology.Connections.GetValueOrDefault(name) ?? throw TopologyErrors.NoConnection(name);

    public static ApiDestination RequireApiDestination(this EventTopology topology, string name) =>
        topology.ApiDestinations.GetValueOrDefault(name) ?? throw TopologyErrors.NoApiDestination(name);

    public static EventTopology AddConnection(this EventTopology topology, Connection connection) =>
        topology.Connections.ContainsKey(connection.Name)
            ? throw TopologyErrors.AlreadyExists($"Connection {connection.Name}")
            : topology.WithConnection(connection);

    public static EventTopology WithConnection(this EventTopology topology, Connection connection) =>
        topology with { Connections = topology.Connections.SetItem(connection.Name, connection) };

    public static EventTopology RemoveConnection(this EventTopology topology, string name) =>
        topology with { Connections = topology.Connections.Remove(topology.RequireConnection(name).Name) };

    public static EventTopology AddApiDestination(this EventTopology topology, ApiDestination destination) =>
        topology.ApiDestinations.ContainsKey(destination.Name)
            ? throw TopologyErrors.AlreadyExists($"An api-destination '{destination.Name}'")
            : topology.WithApiDestination(destination);

    public static EventTopology WithApiDestination(this EventTopology topology, ApiDestination destination) =>
        topology.FindConnection(destination.ConnectionArn) is null
            ? throw TopologyErrors.NoConnection(destination.ConnectionArn.Split('/') is [_, var name, ..] ? name : destination.ConnectionArn)
            : topology with { ApiDestinations = topology.ApiDestinations.SetItem(destination.Name, destination) };

    public static EventTopology RemoveApiDestination(this EventTopology topology, string name) =>
        topology with { ApiDestinations = topology.ApiDestinations.Remove(topology.RequireApiDestination(name).Name) };
}
