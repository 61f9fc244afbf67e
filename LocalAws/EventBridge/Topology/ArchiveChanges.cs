namespace LocalAws.EventBridge.Topology;

/// <summary>What can be done to archives and replays.</summary>
internal static class ArchiveChanges
{
    /// <summary>AWS runs ten replays of an account at a time.</summary>
    private const int MostReplays = 10;

    public static Archive RequireArchive(this EventTopology topology, string name) =>
        topology.Archives.GetValueOrDefault(name) ?? throw TopologyErrors.NoArchive(name);

    public static Replay RequireReplay(this EventTopology topology, string name) =>
        topology.Replays.GetValueOrDefault(name) ?? throw TopologyErrors.NoReplay(name);

    /// <param name="rule">The managed rule that fills it.</param>
    public static EventTopology AddArchive(this EventTopology topology, Archive archive, Rule rule, DateTimeOffset now) =>
        topology.Archives.ContainsKey(archive.Name)
            ? throw TopologyErrors.AlreadyExists($"Archive {archive.Name}")
            : topology.WithArchive(archive, rule, now);

    public static EventTopology WithArchive(this EventTopology topology, Archive archive, Rule rule, DateTimeOffset now)
    {
        var changed = topology with { Archives = topology.Archives.SetItem(archive.Name, archive) };
        return changed.Buses.ContainsKey(archive.Bus) ? changed.WithRule(rule, now) : changed;
    }

    public static EventTopology RemoveArchive(this EventTopology topology, string name, DateTimeOffset now)
    {
        var archive = topology.RequireArchive(name);
        var changed = topology with { Archives = topology.Archives.Remove(name) };
        return changed.Buses.TryGetValue(archive.Bus, out var bus)
            ? changed.WithBus(bus with { Rules = bus.Rules.Remove(archive.RuleName) }, now)
            : changed;
    }

    public static EventTopology AddReplay(this EventTopology topology, Replay replay)
    {
        if (topology.Replays.ContainsKey(replay.Name))
        {
            throw TopologyErrors.AlreadyExists($"Replay {replay.Name}");
        }

        return topology.Replays.Values.Count(static other => other.IsActive) >= MostReplays
            ? throw TopologyErrors.LimitExceeded()
            : topology.WithReplay(replay);
    }

    public static EventTopology WithReplay(this EventTopology topology, Replay replay) =>
        topology with { Replays = topology.Replays.SetItem(replay.Name, replay) };
}
