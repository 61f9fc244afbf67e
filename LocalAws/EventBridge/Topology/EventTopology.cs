using System.Collections.Immutable;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Topology;

/// <summary>
/// All that EventBridge is configured with in one Region, as one immutable value: a change is a new value, so whoever
/// reads sees either all of a change or nothing of it.
/// </summary>
internal sealed record EventTopology(AwsScope Scope)
{
    /// <summary>By name; the bus <c>default</c> is always there.</summary>
    public required ImmutableSortedDictionary<string, EventBus> Buses { get; init; }

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, Connection> Connections { get; init; } = Named<Connection>();

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, ApiDestination> ApiDestinations { get; init; } = Named<ApiDestination>();

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, Archive> Archives { get; init; } = Named<Archive>();

    /// <summary>By name.</summary>
    public ImmutableSortedDictionary<string, Replay> Replays { get; init; } = Named<Replay>();

    /// <summary>No tags, in the order in which tags are told.</summary>
    public static ImmutableSortedDictionary<string, string> NoTags { get; } = Named<string>();

    public static EventTopology Empty(AwsScope scope, DateTimeOffset now)
    {
        var topology = new EventTopology(scope) { Buses = Named<EventBus>() };
        return topology.AddBus(EventBus.Default, null, now);
    }

    /// <summary>An ARN of EventBridge here.</summary>
    public string Arn(string resource) => Scope.Arn("events", resource);

    /// <summary>The API destination with this ARN, or null.</summary>
    public ApiDestination? FindApiDestination(string arn) => ApiDestinations.Values.FirstOrDefault(destination => destination.Arn == arn);

    /// <summary>The connection with this ARN, or null.</summary>
    public Connection? FindConnection(string arn) => Connections.Values.FirstOrDefault(connection => connection.Arn == arn);

    private static ImmutableSortedDictionary<string, T> Named<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
